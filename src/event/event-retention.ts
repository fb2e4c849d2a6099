import { Injectable } from '@nestjs/common';
import { Clock } from '../common/clock.js';
import { Database, NightlySchedule } from '../database/index.js';
import { eventsKeptSince } from './event-terms.js';
import { DELETE_OLD_EVENTS } from './sql/write-events.js';

/** The name of the work of the night. */
const NAME = 'event-retention';
/** Events that one transaction deletes. */
const BATCH_MAX = 5_000;

/** Deletes events whose time is over, each night, by whichever instance comes first. */
@Injectable()
export class EventRetention {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    schedule: NightlySchedule,
  ) {
    // What is left is told by the data: the place says no more than that something may be.
    schedule.add(NAME, async () => ((await this.deleteOld()) === BATCH_MAX ? 'more' : undefined));
  }

  /** Deletes what is old by now, BATCH_MAX at most; gives how many. */
  async deleteOld(): Promise<number> {
    const [done] = await this.database.systemStatement<{ deleted: number }>('resolver', DELETE_OLD_EVENTS, [
      eventsKeptSince(this.clock.now()),
      BATCH_MAX,
    ]);
    return done?.deleted ?? 0;
  }
}
