import { Injectable } from '@nestjs/common';
import { assert } from '../../common/assert.js';
import { Clock } from '../../common/clock.js';
import { BackgroundWork } from '../background-work.js';
import { Database } from '../database.js';
import { CLAIM_RUN, FINISH_RUN, FORGET_RUNS, MOVE_RUN } from './schedule.statements.js';

/** How often it is looked whether a new day has begun. */
const POLL_MS = 60_000;
/** A run of which nothing was heard for so long is taken over. A step must take less. */
export const TAKEOVER_MS = 15 * 60_000;
/** Days of which it is kept that the work was done. */
const KEPT_DAYS = 30;

const DAY_MS = 86_400_000;

/**
 * One step of work of the night, in bounded transactions of its own: goes on behind `place`, where the last step ended
 * (undefined: from the beginning), and gives where it ended itself, or undefined when all is done.
 *
 * It may be done twice: where whoever had it was only slow, and another has taken over.
 */
export type NightlyStep = (place: string | undefined) => Promise<string | undefined>;

interface Run {
  readonly name: string;
  readonly day: string;
  readonly step: NightlyStep;
  place: string | undefined;
}

/**
 * Work that is to be done once a day, from midnight UTC on, over all instances: whichever comes first takes it, and says after
 * each step that it is alive and how far it got; where it dies, another goes on from there. After nights without any instance
 * it is done once, for the present day: what is due is told by the data, not by the day.
 */
@Injectable()
export class NightlySchedule {
  readonly #steps = new Map<string, NightlyStep>();
  #run: Run | undefined;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    work: BackgroundWork,
  ) {
    work.add('NightlySchedule', () => this.round(), POLL_MS);
  }

  /** Adds work. `name` is stored and never reused. To be called by constructors. */
  add(name: string, step: NightlyStep): void {
    assert(!this.#steps.has(name), `${name} is scheduled once`);
    this.#steps.set(name, step);
  }

  /** One step of what is due, and whether there may be more. What fails is left to the takeover, and the others go on. */
  async round(): Promise<boolean> {
    const run = this.#run ?? (await this.claimNext());
    this.#run = undefined;
    if (run === undefined) return false;
    const place = await run.step(run.place);
    const now = this.clock.now();
    if (place === undefined) {
      await this.database.systemStatement('resolver', FINISH_RUN, [run.name, run.day, now]);
      const kept = dayOf(new Date(now.getTime() - KEPT_DAYS * DAY_MS));
      await this.database.systemStatement('resolver', FORGET_RUNS, [run.name, kept]);
    } else {
      await this.database.systemStatement('resolver', MOVE_RUN, [run.name, run.day, place, now]);
      this.#run = { ...run, place };
    }
    return true;
  }

  private async claimNext(): Promise<Run | undefined> {
    const now = this.clock.now();
    const day = dayOf(now);
    for (const [name, step] of this.#steps) {
      const [claimed] = await this.database.systemStatement<{ place: string | null }>('resolver', CLAIM_RUN, [
        name,
        day,
        now,
        new Date(now.getTime() - TAKEOVER_MS),
      ]);
      if (claimed !== undefined) return { name, day, step, place: claimed.place ?? undefined };
    }
    return undefined;
  }
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
