import { Client } from 'pg';
import { DataSource } from 'typeorm';

import { migrations } from '../../migrations/index.js';

/** Advisory lock of the database that is being migrated. Any constant number. */
const MIGRATION_LOCK = 7_225_102;
/** How long we wait for another process's migrations. */
const MIGRATION_WAIT_MS_MAX = 600_000;

/** Where it is written which migrations a database has had. */
const MIGRATIONS_TABLE = 'schema_migration';

/**
 * Brings a database up to date and gives the names of the migrations that this call ran, in order.
 *
 * Any number of processes may call it at once: they take turns under an advisory lock, the first one migrates and the
 * others find nothing to do. All pending migrations commit together or not at all.
 *
 * @param migrationUrl the login that owns the schema.
 */
export async function runMigrations(migrationUrl: string): Promise<string[]> {
  const lock = new Client({ connectionString: migrationUrl, application_name: 'cordon migration lock' });
  // Should the lock's session be lost, its query or its end tells so.
  lock.on('error', () => undefined);
  await lock.connect();
  try {
    await lock.query(`set lock_timeout = ${MIGRATION_WAIT_MS_MAX}`);
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return await withMigrations(migrationUrl, async (dataSource) => {
      const ran = await dataSource.runMigrations({ transaction: 'all' });
      return ran.map(({ name }) => name);
    });
  } finally {
    await lock.end();
  }
}

/** The names of the migrations that a database has not had yet, in order. Changes nothing. */
export async function pendingMigrations(migrationUrl: string): Promise<string[]> {
  return withMigrations(migrationUrl, async (dataSource) => {
    const runner = dataSource.createQueryRunner();
    try {
      const names = dataSource.migrations.map((migration) => migration.name ?? migration.constructor.name);
      if (!(await runner.hasTable(MIGRATIONS_TABLE))) return names;
      const had = (await runner.query(`select name from ${MIGRATIONS_TABLE}`)) as { name: string }[];
      return names.filter((name) => !had.some((row) => row.name === name));
    } finally {
      await runner.release();
    }
  });
}

async function withMigrations<T>(
  migrationUrl: string,
  work: (dataSource: DataSource) => Promise<T>,
): Promise<T> {
  const dataSource = new DataSource({
    type: 'postgres',
    url: migrationUrl,
    applicationName: 'cordon migrator',
    migrations: [...migrations],
    migrationsTableName: MIGRATIONS_TABLE,
    installExtensions: false,
    logging: false,
    poolSize: 1,
  });
  await dataSource.initialize();
  try {
    return await work(dataSource);
  } finally {
    await dataSource.destroy();
  }
}
