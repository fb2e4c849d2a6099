import { resolve } from 'node:path';

import { configFromEnv } from './config-from-env.js';
import { ConfigError } from './config-error.js';
import { describeConfig } from './describe-config.js';

const KEY = Buffer.alloc(32, 1).toString('base64');

function faultsOf(env: Record<string, string>): readonly string[] {
  try {
    configFromEnv(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
  return [];
}

describe('configFromEnv', () => {
  it('needs nothing: every variable has a default', () => {
    expect(configFromEnv({})).toEqual({
      nodeEnv: 'development',
      host: '127.0.0.1',
      port: 3000,
      publicUrl: 'http://127.0.0.1:3000',
      databasePoolMax: 10,
      dataFolder: resolve('.data'),
      outboundLoopback: false,
      demo: true,
      work: ['web', 'worker'],
      logLevel: 'info',
      sharedLimit: 3,
      acceptedBases: [
        'CYBERTIPLINE_REFERRAL',
        'HOTLINE_REFERRAL',
        'LAW_ENFORCEMENT_REFERRAL',
        'TEST_TRANSACTION',
      ],
      ratePointsMax: 1_200_000,
      networkRequestsMax: 600,
      screeningQuotaMax: 1_000_000,
      trustedProxies: [],
      drainTimeoutMs: 10_000,
    });
  });

  it('takes every variable', () => {
    expect(
      configFromEnv({
        NODE_ENV: 'production',
        CORDON_HOST: '0.0.0.0',
        CORDON_PORT: '8080',
        CORDON_PUBLIC_URL: 'https://cordon.example/',
        DATABASE_URL: 'postgres://service@db.example/cordon',
        DATABASE_MIGRATION_URL: 'postgresql://owner@db.example/cordon',
        CORDON_DATABASE_POOL_MAX: '50',
        CORDON_DATA_DIR: 'elsewhere',
        CORDON_SECRET_KEY: KEY,
        CORDON_OUTBOUND_LOOPBACK: 'off',
        CORDON_DEMO: 'off',
        CORDON_WORK: 'worker',
        CORDON_LOG_LEVEL: 'debug',
        CORDON_SHARED_LIMIT: '5',
        CORDON_ACCEPTED_BASES: 'MEMBER_TIP, TEST_TRANSACTION',
        CORDON_RATE_POINTS_MAX: '5000',
        CORDON_NETWORK_REQUESTS_MAX: '60',
        CORDON_SCREENING_QUOTA_MAX: '0',
        CORDON_TRUSTED_PROXIES: '10.0.0.0/8, 2001:db8::1',
        CORDON_DRAIN_TIMEOUT_MS: '2500',
      }),
    ).toEqual({
      nodeEnv: 'production',
      host: '0.0.0.0',
      port: 8080,
      publicUrl: 'https://cordon.example',
      databaseUrl: 'postgres://service@db.example/cordon',
      databaseMigrationUrl: 'postgresql://owner@db.example/cordon',
      databasePoolMax: 50,
      dataFolder: resolve('elsewhere'),
      secretKey: Buffer.alloc(32, 1),
      outboundLoopback: false,
      demo: false,
      work: ['worker'],
      logLevel: 'debug',
      sharedLimit: 5,
      acceptedBases: ['MEMBER_TIP', 'TEST_TRANSACTION'],
      ratePointsMax: 5000,
      networkRequestsMax: 60,
      screeningQuotaMax: 0,
      trustedProxies: ['10.0.0.0/8', '2001:db8::1'],
      drainTimeoutMs: 2500,
    });
  });

  it('migrates with the same login when no other is given', () => {
    const url = 'postgres://service@db.example/cordon';
    expect(configFromEnv({ DATABASE_URL: url, CORDON_SECRET_KEY: KEY })).toMatchObject({
      databaseUrl: url,
      databaseMigrationUrl: url,
    });
  });

  it('takes an empty variable as absent', () => {
    expect(configFromEnv({ DATABASE_URL: '', CORDON_PORT: '' })).toEqual(configFromEnv({}));
  });

  it.each([
    ['CORDON_PORT', '65536', 'CORDON_PORT must be a whole number from 0 to 65535.'],
    ['CORDON_PORT', 'http', 'CORDON_PORT must be a whole number from 0 to 65535.'],
    ['CORDON_SHARED_LIMIT', '0', 'CORDON_SHARED_LIMIT must be a whole number from 1 to 50.'],
    ['CORDON_SHARED_LIMIT', '51', 'CORDON_SHARED_LIMIT must be a whole number from 1 to 50.'],
    ['CORDON_DRAIN_TIMEOUT_MS', '10001', 'CORDON_DRAIN_TIMEOUT_MS must be a whole number from 0 to 10000.'],
    [
      'CORDON_TRUSTED_PROXIES',
      '10.0.0.0/33',
      'CORDON_TRUSTED_PROXIES must be a list, separated by commas, of addresses or networks like 10.0.0.0/8.',
    ],
    ['CORDON_WORK', 'web,cook', 'CORDON_WORK must be a list, separated by commas, of web, worker.'],
    ['CORDON_WORK', ',', 'CORDON_WORK must be a list, separated by commas, of web, worker.'],
    [
      'CORDON_SECRET_KEY',
      'c2hvcnQ=',
      'CORDON_SECRET_KEY must be 32 bytes in base64: make one with openssl rand -base64 32.',
    ],
    [
      'CORDON_PUBLIC_URL',
      'https://cordon.example/path',
      'CORDON_PUBLIC_URL must be a URL of scheme and host alone, like https://cordon.example.',
    ],
    ['NODE_ENV', 'staging', 'NODE_ENV must be one of development, test, production.'],
    [
      'CORDON_ACCEPTED_BASIS',
      'MEMBER_TIP',
      'CORDON_ACCEPTED_BASIS is not a variable of Cordon: see README.md for those that are.',
    ],
    [
      'DATABASE_MIGRATION_URL',
      'postgres://owner@db.example/cordon',
      'DATABASE_MIGRATION_URL needs DATABASE_URL: set both, or neither for the embedded server.',
    ],
  ])('refuses %s=%s and says what to do', (name, value, fault) => {
    expect(faultsOf({ [name]: value })).toEqual([fault]);
  });

  it('keeps the service from fetching from itself in production', () => {
    expect(faultsOf({ NODE_ENV: 'production', CORDON_OUTBOUND_LOOPBACK: 'on' })).toEqual([
      'CORDON_OUTBOUND_LOOPBACK is for tests: leave it out with NODE_ENV=production.',
    ]);
  });

  it('lists every fault at once, and none of the values', () => {
    const faults = faultsOf({
      CORDON_PORT: '-1',
      DATABASE_URL: 'mysql://u:hunter2@db',
      CORDON_LOG_LEVEL: 'loud',
    });
    expect(faults).toEqual([
      'CORDON_PORT must be a whole number from 0 to 65535.',
      'DATABASE_URL must be a URL like postgres://user:password@host:5432/database.',
      'CORDON_LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.',
      'CORDON_SECRET_KEY is required with DATABASE_URL: make one with openssl rand -base64 32.',
    ]);
    expect(new ConfigError(faults).message).not.toContain('hunter2');
  });
});

describe('describeConfig', () => {
  it('shows where everything is, and no secret', () => {
    const shown = describeConfig(
      configFromEnv({
        DATABASE_URL: 'postgres://service:hunter2@db.example:5433/cordon?sslpassword=hunter3',
        CORDON_SECRET_KEY: KEY,
      }),
    );
    expect(shown).toContain('databaseUrl: postgres://service:(redacted)@db.example:5433/cordon\n');
    expect(shown).toContain('secretKey: (redacted)');
    expect(shown).not.toMatch(/hunter|AQEB/);
  });
});
