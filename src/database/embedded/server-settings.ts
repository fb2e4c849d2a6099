/** The settings of the embedded server that are not PostgreSQL's own defaults. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  shared_buffers: '128MB',
  max_connections: '100',
  // Tests create and drop databases with many tables in one transaction.
  max_locks_per_transaction: '256',
  timezone: 'UTC',
  log_timezone: 'UTC',
  jit: 'off',
  // A young register grows by the second: plans made without statistics would last for minutes.
  autovacuum_naptime: '10s',
  // Values of statements and rows never enter the log: only the text of the error and its place.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  log_checkpoints: 'off',
};

/** A test's data may be lost with the machine; what it saves is the wait for the disk. */
const THROWAWAY: Readonly<Record<string, string>> = {
  fsync: 'off',
  full_page_writes: 'off',
  synchronous_commit: 'off',
};

/** The settings as arguments of `postgres`. Not `durable`: fast, and lost when the machine stops. */
export function settingArguments(durable: boolean): string[] {
  const settings = durable ? SETTINGS : { ...SETTINGS, ...THROWAWAY };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
