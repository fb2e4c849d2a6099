import { Injectable } from '@nestjs/common';
import { Clock } from '../../common/clock.js';
import { BackgroundWork, Database, type NamedStatement } from '../../database/index.js';
import { quotaDayAt } from './quota-day.js';

/** How often it is looked at whether a day is over. */
const PAUSE_MS = 600_000;
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
    work: BackgroundWork,
  ) {
    work.add('AskedSweep', () => this.sweep(), PAUSE_MS);
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
