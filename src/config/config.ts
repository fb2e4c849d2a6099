import type { ReportBasis } from './report-basis.js';

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent';

/** What this process does: answers requests, works on events in the background, or both. */
export type Work = 'web' | 'worker';

/** What the environment says. Complete but for what only a running embedded server can add (see `Config`). */
export interface EnvironmentConfig {
  readonly nodeEnv: 'development' | 'test' | 'production';
  readonly host: string;
  /** 0 to 65535; 0 lets the system choose a free one. */
  readonly port: number;
  /** Issuer and audience of our tokens, and the base of every link we print. Without a slash at the end. */
  readonly publicUrl: string;
  /** Absent: the embedded server in `dataFolder`. */
  readonly databaseUrl?: string;
  /** The login that owns the schema, for migrations alone. Present exactly when `databaseUrl` is. */
  readonly databaseMigrationUrl?: string;
  /** Connections that one process opens at most, 1 to 200. */
  readonly databasePoolMax: number;
  /** Absolute. Where the embedded server and its secrets live; unused with `databaseUrl`. */
  readonly dataFolder: string;
  /** 32 bytes: the key that everything else at rest is encrypted under. Present exactly when `databaseUrl` is. */
  readonly secretKey?: Buffer;
  /** Whether the service may fetch from this machine itself, by http as well: for tests and trying out. Never in production. */
  readonly outboundLoopback: boolean;
  /** Whether the embedded server gets the demo coalition on its first start. Never with `databaseUrl`. */
  readonly demo: boolean;
  readonly work: readonly Work[];
  readonly logLevel: LogLevel;
  /** A value that more than so many unrelated merchants use stops merging them (product.md, rule 7). 1 to 50. */
  readonly sharedLimit: number;
  /** Bases whose reports are accepted without triage. */
  readonly acceptedBases: readonly ReportBasis[];
  /** What the requests of one member may cost in a minute, in values of their answers. 1,000 to 999,999,999. */
  readonly ratePointsMax: number;
  /** Requests without a credential that one network may send in a minute. 1 to 999,999,999. */
  readonly networkRequestsMax: number;
  /** Distinct identifiers that one member may screen in a day (UTC). 0 to 999,999,999. */
  readonly screeningQuotaMax: number;
  /** Addresses and networks of the proxies whose word is taken for where a request comes from. */
  readonly trustedProxies: readonly string[];
  /** How long a stop waits for what is in hand, 0 to 10,000. */
  readonly drainTimeoutMs: number;
}

/** The configuration of a running process: injected by this class, which is never instantiated. */
export abstract class Config implements EnvironmentConfig {
  abstract readonly nodeEnv: EnvironmentConfig['nodeEnv'];
  abstract readonly host: string;
  abstract readonly port: number;
  abstract readonly publicUrl: string;
  abstract readonly databaseUrl: string;
  abstract readonly databaseMigrationUrl: string;
  abstract readonly databasePoolMax: number;
  abstract readonly dataFolder: string;
  abstract readonly secretKey: Buffer;
  abstract readonly outboundLoopback: boolean;
  abstract readonly demo: boolean;
  abstract readonly work: readonly Work[];
  abstract readonly logLevel: LogLevel;
  abstract readonly sharedLimit: number;
  abstract readonly acceptedBases: readonly ReportBasis[];
  abstract readonly ratePointsMax: number;
  abstract readonly networkRequestsMax: number;
  abstract readonly screeningQuotaMax: number;
  abstract readonly trustedProxies: readonly string[];
  abstract readonly drainTimeoutMs: number;
}

/** What only a running database server can tell; with DATABASE_URL the environment has told it already. */
export interface ConfigCompletion {
  readonly databaseUrl: string;
  readonly databaseMigrationUrl: string;
  readonly secretKey: Buffer;
}

/** The configuration as it is injected. Nobody changes it afterwards. */
export function completeConfig(config: EnvironmentConfig, completion: ConfigCompletion): Config {
  const empty = Object.create(Config.prototype) as Config;
  return Object.freeze(Object.assign(empty, config, completion));
}
