import { StartRefused } from '../common/start-refused.js';
import type { EnvironmentConfig } from '../config/index.js';
import { pendingMigrations, runMigrations, startDatabase, type StartedDatabase } from '../database/index.js';

/**
 * The database, ready to be served from. Our own embedded server is migrated here; on a foreign one that is the
 * operator's step, so with migrations pending the start is refused.
 *
 * @throws StartRefused with what to run.
 */
export async function openDatabase(environment: EnvironmentConfig): Promise<StartedDatabase> {
  const database = await startDatabase(environment);
  try {
    if (database.embedded) await runMigrations(database.config.databaseMigrationUrl);
    else await refusePending(database.config.databaseMigrationUrl);
    return database;
  } catch (error) {
    await database.stop();
    throw error;
  }
}

async function refusePending(url: string): Promise<void> {
  const pending = await pendingMigrations(url);
  if (pending.length === 0) return;
  throw new StartRefused(
    `The database lacks ${pending.length} migration${pending.length === 1 ? '' : 's'}: run cordon-admin migrate first.`,
  );
}
