import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { Database, type NamedStatement, NightlySchedule } from '../../database/index.js';
import { quotaDayAt } from './quota-day.js';

/** Rows that one transaction removes, so that none holds up the cleaning of other tables for long. */
const BATCH_MAX = 20_000;

/** Reads the table from its start, where the oldest rows are. */
const DELETE_ASKED: NamedStatement = {
  name: 'screening.deleteAskedIdentifiers',
  text: `delete from asked_identifier where ctid = any (array(
      select ctid from asked_identifier where day < $1::date limit ${BATCH_MAX})) returning 1`,
};

const DELETE_COUNTS: NamedStatement = {
  name: 'screening.deleteAskedCounts',
  text: 'delete from asked_count where day < $1::date',
};

/** Removes what members asked about on days that are over: hashes are kept for one day's quota and no longer. */
@Injectable()
export class AskedSweep {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    schedule: NightlySchedule,
  ) {
    // What is gone is gone: there is no place to go on from.
    schedule.add('asked-identifiers', async () => ((await this.sweep()) ? 'more' : undefined));
  }

  /** Removes a batch of the past, and tells whether there may be more. */
  async sweep(): Promise<boolean> {
    const { name } = quotaDayAt(this.clock.now());
    const removed = await this.database.systemStatement('resolver', DELETE_ASKED, [name]);
    if (removed.length === BATCH_MAX) return true;
    await this.database.systemStatement('resolver', DELETE_COUNTS, [name]);
    return false;
  }
}
