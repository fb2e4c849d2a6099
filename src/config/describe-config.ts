import type { EnvironmentConfig } from './config.js';

const REDACTED = '(redacted)';

/** The configuration as lines `name: value` for the log: keys and the passwords inside URLs are redacted. */
export function describeConfig(config: EnvironmentConfig): string {
  const shown: Record<string, string | number> = {
    nodeEnv: config.nodeEnv,
    listen: `${config.host}:${config.port}`,
    publicUrl: config.publicUrl,
    databaseUrl: config.databaseUrl === undefined ? '(embedded)' : withoutSecrets(config.databaseUrl),
    databaseMigrationUrl:
      config.databaseMigrationUrl === undefined ? '(embedded)' : withoutSecrets(config.databaseMigrationUrl),
    databasePoolMax: config.databasePoolMax,
    dataFolder: config.dataFolder,
    secretKey: config.secretKey === undefined ? '(in the data folder)' : REDACTED,
    outboundLoopback: config.outboundLoopback ? 'on' : 'off',
    demo: config.demo ? 'on' : 'off',
    work: config.work.join(', '),
    logLevel: config.logLevel,
    sharedLimit: config.sharedLimit,
    acceptedBases: config.acceptedBases.join(', '),
    ratePointsMax: config.ratePointsMax,
    networkRequestsMax: config.networkRequestsMax,
    screeningQuotaMax: config.screeningQuotaMax,
    trustedProxies: config.trustedProxies.length === 0 ? '(none)' : config.trustedProxies.join(', '),
    drainTimeoutMs: config.drainTimeoutMs,
  };
  return Object.entries(shown)
    .map(([name, value]) => `${name}: ${value}`)
    .join('\n');
}

/** A database URL may carry a secret in its password and in its parameters: only the harmless part is shown. */
function withoutSecrets(databaseUrl: string): string {
  const { protocol, username, host, pathname } = new URL(databaseUrl);
  const login = username === '' ? '' : `${username}:${REDACTED}@`;
  return `${protocol}//${login}${host}${pathname}`;
}
