import { DataSource } from 'typeorm';
import type { MerchantId } from '../../src/common/id.js';
import { dataSourceOptions } from '../../src/database/data-source.js';
import { Database } from '../../src/database/database.js';
import { insertListings } from './insert-listings.js';
import { insertReports } from './insert-reports.js';
import { INDICATORS_PER_REPORT } from './invented-report.js';
import { listedMerchant } from './listed-merchant.js';
import { insertParties, type Parties } from './parties.js';
import { asOwner } from '../../test/support/as-owner.js';

/** Merchants that are written in one transaction. */
const BATCH = 1_000;
/** The seeding writes one batch after the other. */
const CONNECTIONS = 1;

/** The register that is asked, and who asks. */
export interface Register extends Parties {
  readonly indicators: number;
  /** The handle of each listed merchant, by its number. */
  readonly merchantIds: readonly MerchantId[];
}

/**
 * Fills a migrated, empty database with an invented register of at least so many indicators. Each rests on an accepted
 * report, by the rules of the service itself; they stand in three handling scopes, all of which the asker may see. The
 * feed stays empty: nothing that is measured reads it.
 */
export async function seedRegister(databaseUrl: string, indicatorsMin: number): Promise<Register> {
  const dataSource = new DataSource({ ...dataSourceOptions(databaseUrl, CONNECTIONS), entities: [] });
  await dataSource.initialize();
  try {
    const database = new Database(dataSource);
    const parties = await asOwner(database, insertParties);
    const receivedAt = new Date();
    const count = Math.ceil(indicatorsMin / INDICATORS_PER_REPORT);
    const merchantIds: MerchantId[] = [];
    for (let first = 0; first < count; first += BATCH) {
      const numbers = Array.from({ length: Math.min(BATCH, count - first) }, (_, index) => first + index);
      const listed = numbers.map((number) => listedMerchant(number, receivedAt, parties));
      await asOwner(database, async (tx) => {
        await insertReports(tx, parties, listed);
        await insertListings(tx, listed);
      });
      merchantIds.push(...listed.map(({ report }) => report.ownMerchantId));
    }
    return { ...parties, indicators: count * INDICATORS_PER_REPORT, merchantIds };
  } finally {
    await dataSource.destroy();
  }
}
