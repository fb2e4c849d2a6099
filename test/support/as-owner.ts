import type { Database, Tx } from '../../src/database/index.js';

/**
 * Runs `work` as the owner of the schema, for tests that look into tables, or write what no service writes: of the service's
 * own roles each reaches only what its work needs. The owner holds them all, so row policies hide nothing from it.
 */
export function asOwner<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  return database.asSystem('operator', async (tx) => {
    await tx.query('set local role none');
    return work(tx);
  });
}
