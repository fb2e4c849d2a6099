import { resolve } from 'node:path';

import type { EnvironmentConfig } from './config.js';
import { ConfigError } from './config-error.js';
import { environmentSchema } from './environment-schema.js';

/**
 * Reads the configuration from environment variables.
 *
 * Reads nothing else and writes nothing. Variables of our own prefix that no rule knows are faults as well: a misspelt
 * CORDON_ACCEPTED_BASIS would otherwise be ignored in silence.
 *
 * @throws ConfigError with every fault, not only the first.
 */
export function configFromEnv(env: Readonly<Record<string, string | undefined>>): EnvironmentConfig {
  const given = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environmentSchema.safeParse(given);
  const faults = [
    ...(parsed.error?.issues ?? []).map((issue) => `${String(issue.path[0])} ${issue.message}.`),
    ...unknownVariables(given),
    ...contradictions(given),
  ];
  if (!parsed.success || faults.length > 0) throw new ConfigError([...new Set(faults)]);

  const values = parsed.data;
  return {
    nodeEnv: values.NODE_ENV,
    host: values.CORDON_HOST,
    port: values.CORDON_PORT,
    publicUrl: values.CORDON_PUBLIC_URL ?? `http://127.0.0.1:${values.CORDON_PORT}`,
    ...(values.DATABASE_URL !== undefined && {
      databaseUrl: values.DATABASE_URL,
      databaseMigrationUrl: values.DATABASE_MIGRATION_URL ?? values.DATABASE_URL,
    }),
    databasePoolMax: values.CORDON_DATABASE_POOL_MAX,
    dataFolder: resolve(values.CORDON_DATA_DIR),
    ...(values.CORDON_SECRET_KEY !== undefined && { secretKey: values.CORDON_SECRET_KEY }),
    outboundLoopback: values.CORDON_OUTBOUND_LOOPBACK === 'on',
    demo: values.CORDON_DEMO === 'on',
    work: values.CORDON_WORK,
    logLevel: values.CORDON_LOG_LEVEL,
    sharedLimit: values.CORDON_SHARED_LIMIT,
    acceptedBases: values.CORDON_ACCEPTED_BASES,
    ratePointsMax: values.CORDON_RATE_POINTS_MAX,
    networkRequestsMax: values.CORDON_NETWORK_REQUESTS_MAX,
    screeningQuotaMax: values.CORDON_SCREENING_QUOTA_MAX,
    trustedProxies: values.CORDON_TRUSTED_PROXIES,
    drainTimeoutMs: values.CORDON_DRAIN_TIMEOUT_MS,
  };
}

/** Variables that the member's command line reads, which may stand in the same environment. */
const CLIENT_VARIABLES = /^CORDON_(URL|TOKEN|CLIENT_|CONFIG|PROFILE|PASSWORD|ALLOW_HTTP)/;

function unknownVariables(given: Readonly<Record<string, string | undefined>>): string[] {
  return Object.keys(given)
    .filter((name) => name.startsWith('CORDON_') && !(name in environmentSchema.shape))
    .filter((name) => !CLIENT_VARIABLES.test(name))
    .map((name) => `${name} is not a variable of Cordon: see README.md for those that are.`);
}

function contradictions(given: Readonly<Record<string, string | undefined>>): string[] {
  const faults: string[] = [];
  if (given['DATABASE_URL'] !== undefined && given['CORDON_SECRET_KEY'] === undefined) {
    faults.push('CORDON_SECRET_KEY is required with DATABASE_URL: make one with openssl rand -base64 32.');
  }
  if (given['DATABASE_URL'] === undefined && given['DATABASE_MIGRATION_URL'] !== undefined) {
    faults.push('DATABASE_MIGRATION_URL needs DATABASE_URL: set both, or neither for the embedded server.');
  }
  if (given['NODE_ENV'] === 'production' && given['CORDON_OUTBOUND_LOOPBACK'] === 'on') {
    faults.push('CORDON_OUTBOUND_LOOPBACK is for tests: leave it out with NODE_ENV=production.');
  }
  return faults;
}
