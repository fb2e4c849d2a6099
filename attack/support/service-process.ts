import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { assert } from '../../src/common/assert.js';
import type { Config } from '../../src/config/index.js';

/** How long the service may take until it answers, compiling included, and until it has stopped. */
const READY_MS_MAX = 90_000;
const STOP_MS_MAX = 15_000;
/** What is kept of what the service prints: the last so many characters. */
const OUTPUT_KEPT = 200_000;

/** The service as it is deployed, from its sources, in a process of its own. */
export interface ServiceProcess {
  readonly host: string;
  readonly port: number;
  /** Whether it is still the process that was started: an attack that ends it has won. */
  readonly isAlive: () => boolean;
  /** The faults that it logged so far, each with its stack. */
  readonly faults: () => readonly string[];
  readonly stop: () => Promise<void>;
}

/** Starts the web service on a database that is migrated, under the secret key and the public URL of `config`. */
export async function startServiceProcess(
  config: Config,
  environment: Readonly<Record<string, string>> = {},
): Promise<ServiceProcess> {
  const port = await freePort();
  const child = spawn(process.execPath, ['--import', './test/support/typescript-hooks.js', 'src/main.ts'], {
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'test',
      DATABASE_URL: config.databaseUrl,
      DATABASE_MIGRATION_URL: config.databaseMigrationUrl,
      CORDON_SECRET_KEY: config.secretKey.toString('base64'),
      CORDON_PUBLIC_URL: config.publicUrl,
      CORDON_PORT: String(port),
      CORDON_DATABASE_POOL_MAX: '5',
      CORDON_DEMO: 'off',
      CORDON_WORK: 'web,worker',
      CORDON_LOG_LEVEL: 'error',
      // Attacks of its own are aimed at the limits; the others must not be stopped by them.
      CORDON_RATE_POINTS_MAX: '999999999',
      CORDON_NETWORK_REQUESTS_MAX: '999999999',
      CORDON_SCREENING_QUOTA_MAX: '999999999',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  // Nothing that it started outlives the attack, however that ends.
  const end = (): void => void child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => (output = (output + chunk.toString('utf8')).slice(-OUTPUT_KEPT)));
  }
  try {
    await untilReady(`http://127.0.0.1:${port}/health/ready`, child);
  } catch (cause) {
    await stopChild(child);
    throw new Error(`The service does not answer. It printed:\n${output.slice(-4_000)}`, { cause });
  }
  return {
    host: '127.0.0.1',
    port,
    isAlive: () => !hasEnded(child),
    faults: () => output.split(/(?=\[Nest\])/).filter((entry) => entry.includes('ERROR')),
    stop: () => stopChild(child),
  };
}

async function untilReady(url: string, child: ChildProcess): Promise<void> {
  const until = performance.now() + READY_MS_MAX;
  for (;;) {
    if (hasEnded(child)) throw new Error('It ended.');
    const answer = await fetch(url).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.status === 200) return;
    if (performance.now() > until) throw new Error('It took too long.');
    await sleep(50);
  }
}

/** Asks it to stop, and ends it when it does not. */
async function stopChild(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_MS_MAX);
  await ended;
  clearTimeout(timer);
}

function hasEnded({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

/** A port that is free now. Another process may take it first; then the start fails and says so. */
async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  assert(typeof address === 'object' && address !== null, 'a listening TCP server has an address');
  probe.close();
  await once(probe, 'close');
  return address.port;
}
