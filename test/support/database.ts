import { randomBytes } from 'node:crypto';

import { Client } from 'pg';
import { DataSource } from 'typeorm';

import {
  completeConfig,
  type Config,
  type ConfigCompletion,
  configFromEnv,
  type EnvironmentConfig,
} from '../../src/config/index.js';
import { dataSourceOptions } from '../../src/database/data-source.js';
import { Database } from '../../src/database/database.js';
import { OWNER } from '../../src/database/embedded/index.js';
import { OWNER_URL_VARIABLE, SUPERUSER_URL_VARIABLE, TEMPLATE_DATABASE } from './test-server.js';

/** A class with `@Entity`. */
export type EntityClass = new () => object;

/** One test file's own database, with every migration in place and no rows. */
export interface TestDatabase {
  /** The database as its owner, which is what a service is given as DATABASE_URL. */
  readonly url: string;
  /** A configuration for a service on it, listening on any free port. */
  readonly config: Config;
  /** Ends what is still connected to it, and removes it. */
  drop(): Promise<void>;
}

/** Makes a database as a copy of the migrated template (50 to 150 ms): call it in `beforeAll`, `drop` in `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  return createDatabase(TEMPLATE_DATABASE);
}

/** The same without the migrations: for tests of the migrations themselves. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  return createDatabase('template0');
}

/** A `Database` on a test database, for specs that need no Nest. To be closed before the database is dropped. */
export interface OpenDatabase {
  readonly database: Database;
  readonly dataSource: DataSource;
  readonly close: () => Promise<void>;
}

export async function openTestDatabase(
  { url }: TestDatabase,
  entities: readonly EntityClass[] = [],
  { poolMax = 10 }: { readonly poolMax?: number } = {},
): Promise<OpenDatabase> {
  const dataSource = new DataSource({ ...dataSourceOptions(url, poolMax), entities: [...entities] });
  await dataSource.initialize();
  return { database: new Database(dataSource), dataSource, close: () => dataSource.destroy() };
}

/** A complete configuration for a service on a database. Values given by name take precedence. */
export function testConfig(url: string, values: Partial<EnvironmentConfig & ConfigCompletion> = {}): Config {
  const config = configFromEnv({
    NODE_ENV: 'test',
    CORDON_PORT: '0',
    CORDON_LOG_LEVEL: 'silent',
    // The clock of a test stands still, so that a whole file is one minute: limits are for those that test them.
    CORDON_RATE_POINTS_MAX: '999999999',
    CORDON_NETWORK_REQUESTS_MAX: '999999999',
    CORDON_SCREENING_QUOTA_MAX: '999999999',
  });
  return completeConfig(
    { ...config, ...values },
    { databaseUrl: url, databaseMigrationUrl: url, secretKey: values.secretKey ?? Buffer.alloc(32, 7) },
  );
}

async function createDatabase(template: string): Promise<TestDatabase> {
  const superuserUrl = process.env[SUPERUSER_URL_VARIABLE];
  const ownerUrl = process.env[OWNER_URL_VARIABLE];
  if (superuserUrl === undefined || ownerUrl === undefined) {
    throw new Error('The test server is started by globalSetup in jest.config.js.');
  }
  const name = `test_${randomBytes(6).toString('hex')}`;
  await withClient(superuserUrl, (client) =>
    client.query(`create database ${name} owner ${OWNER} template ${template} strategy file_copy`),
  );
  const url = new URL(ownerUrl);
  url.pathname = `/${name}`;
  return {
    url: url.href,
    config: testConfig(url.href),
    drop: () =>
      withClient(superuserUrl, async (client) => {
        await client.query(`drop database if exists ${name} with (force)`);
      }),
  };
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
