import { Injectable } from '@nestjs/common';
import { type Actor, principalId } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { Gatherer } from '../common/gatherer.js';
import { isAnalyst } from '../indicator/index.js';
import { merchantsSeen, type SeenMerchant, SeenMerchants } from './merchants-seen.js';
import { type AskedKey, type RecordedRequest, ScreeningRepository } from './screening.repository.js';

/** Requests whose keys are looked up together, and whose answers are stored together. */
const LOOKUPS_MAX = 64;
const RECORDS_MAX = 64;

interface Lookup {
  readonly actor: Actor;
  readonly hashes: readonly string[];
}

interface Recording {
  readonly actor: Actor;
  readonly request: RecordedRequest;
  readonly quota: number;
}

/** That answers are stored: when, and how many identifiers the member has asked about that day. */
export interface Recorded {
  readonly at: Date;
  readonly used: number;
}

/**
 * Looks up and stores for the requests of one actor that are under way in this process, together where they come together:
 * a look-up in a batch costs a fraction of one alone, and so does a commit.
 */
@Injectable()
export class ScreeningDesk {
  readonly #lookups: Gatherer<Lookup, SeenMerchants>;
  readonly #recordings: Gatherer<Recording, Recorded>;

  constructor(
    private readonly screenings: ScreeningRepository,
    private readonly clock: Clock,
  ) {
    this.#lookups = new Gatherer(async (lookups) => {
      const hashes = new Set(lookups.flatMap((lookup) => lookup.hashes));
      const { views, markers } = await screenings.lookUp(lookups[0].actor, [...hashes], clock.now());
      return new SeenMerchants(views, markers);
    }, LOOKUPS_MAX);
    this.#recordings = new Gatherer(async (recordings) => {
      const now = clock.now();
      const requests = recordings.map(({ request }) => request);
      const { actor, quota } = recordings[0];
      return { at: now, used: await screenings.record(actor, requests, { now, quota }) };
    }, RECORDS_MAX);
  }

  /** What the actor's member may see of the merchants that hold one of the keys, and maybe of others. */
  lookUp(actor: Actor, hashes: readonly string[]): Promise<SeenMerchants> {
    return this.#lookups.gather(laneOf(actor), { actor, hashes });
  }

  /**
   * What the actor's member may see of the merchants that hold the most telling of each asker's retrieval keys, by asker.
   * One statement for each request: it costs so much more than a look-up that sharing it would only make others wait.
   */
  async retrieve(
    actor: Actor,
    asked: readonly AskedKey[],
  ): Promise<ReadonlyMap<number, readonly SeenMerchant[]>> {
    const rows = await this.screenings.retrieve(actor, asked, this.clock.now());
    const found = new Map<number, SeenMerchant[]>();
    for (const views of Map.groupBy(rows, ({ merchantId }) => merchantId).values()) {
      const seen = merchantsSeen(views);
      for (const asker of views[0]?.askers ?? []) found.set(asker, [...(found.get(asker) ?? []), ...seen]);
    }
    return found;
  }

  /** Stores a request's answers and charges them to the member's quota. */
  record(actor: Actor, request: RecordedRequest, quota: number): Promise<Recorded> {
    return this.#recordings.gather(`${laneOf(actor)} ${quota}`, { actor, request, quota });
  }
}

/** Requests share a statement when they enter the database as the same actor with the same power. */
function laneOf(actor: Actor): string {
  return `${actor.memberId} ${principalId(actor)} ${actor.epoch} ${String(isAnalyst(actor))}`;
}
