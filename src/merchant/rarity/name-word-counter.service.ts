import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { NIL_ID } from '../../common/id-in.js';
import { Clock } from '../../common/clock.js';
import { Config } from '../../config/index.js';
import { BackgroundLoop, Database, type Tx } from '../../database/index.js';
import type { Rarity } from '../../matching/index.js';
import { COUNT_EXTENTS, type CountedWords, type CountExtent, NOTHING_COUNTED } from './counted-words.js';
import { RarityRepository } from './rarity.repository.js';
import { wordRarity } from './word-rarity.js';
import { type TallyLimits, WordTally } from './word-tally.js';

/** Counts are made no oftener. */
export const COUNT_INTERVAL_MS = 5 * 60_000;
/** How often a process looks whether there is a count that it does not know. */
const POLL_MS = 60_000;

/** How much is counted, and what of it is kept. */
export interface CountLimits extends TallyLimits {
  /** Descriptions or views of which the names are read. */
  readonly namedMax: number;
}

/**
 * Enough to tell a word that one merchant in 1,000 holds to a quarter, in about a second. Two with a word in common are as
 * likely one seller whose reports have not come together yet.
 */
const LIMITS: CountLimits = { namedMax: 20_000, holdersMin: 3, wordsMax: 10_000 };

/** Read in one statement: other work of this process and of the database is not held up. */
const PAGE_SIZE = 1_000;

interface KnownWords {
  readonly countedAt: Date;
  readonly token: Rarity['token'];
}

/**
 * Learns from the register how rare words of names are. One process at a time counts, at most once in COUNT_INTERVAL_MS
 * over all processes, and keeps the count in a table, whole or not at all; every process holds the last one in memory.
 * Until the first one is there, the model's own words are all that is known.
 */
@Injectable()
export class NameWordCounter implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #known = new Map<CountExtent, KnownWords>();
  readonly #loop = new BackgroundLoop('NameWordCounter', () => this.lookAgain(), POLL_MS);
  /** Whatever came of it: a count that fails must not be tried again and again. */
  #triedAt: Date | undefined;

  constructor(
    private readonly database: Database,
    private readonly repository: RarityRepository,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.work.length > 0) this.#loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#loop.stop();
  }

  /** How rare words are, as far as this process knows. */
  words(extent: CountExtent): Rarity['token'] {
    return this.#known.get(extent)?.token ?? OF_THE_MODEL;
  }

  /** Counts where the last count is COUNT_INTERVAL_MS old and nobody else is counting; tells whether it did. */
  async count(limits = LIMITS): Promise<boolean> {
    return this.database.asSystem('resolver', async (tx) => {
      if (!(await this.repository.becomeCounter(tx))) return false;
      // A statement of its own, so that it sees what another one kept before the lock was ours.
      const last = await this.repository.oldestCount(tx, COUNT_EXTENTS);
      const countedAt = this.clock.now();
      if (last !== undefined && isRecent(last, countedAt)) return false;
      for (const extent of COUNT_EXTENTS) {
        const counted = await this.countWords(tx, extent, limits);
        await this.repository.save(tx, { extent, countedAt, ...counted });
      }
      return true;
    });
  }

  /** Takes up the counts that this process does not know. */
  async load(): Promise<void> {
    const known = new Map([...this.#known].map(([extent, { countedAt }]) => [extent, countedAt]));
    const fresh = await this.database.asSystem('resolver', (tx) => this.repository.countsBeside(tx, known));
    for (const { extent, countedAt, ...counted } of fresh)
      this.#known.set(extent, { countedAt, token: wordRarity(counted) });
  }

  private async countWords(tx: Tx, extent: CountExtent, limits: CountLimits): Promise<CountedWords> {
    const tally = new WordTally();
    let after: string = NIL_ID;
    for (let left = limits.namedMax; left > 0;) {
      const page = await this.repository.names(tx, extent, after, Math.min(left, PAGE_SIZE));
      const last = page.at(-1);
      if (last === undefined) break;
      for (const { holder, names } of page) tally.add(holder, names);
      after = last.holder;
      left -= page.length;
    }
    return tally.counted(limits);
  }

  /** Other processes count as well: there is never more to do at once. */
  private async lookAgain(): Promise<boolean> {
    await this.load();
    if (this.config.work.includes('worker') && (await this.countWhenDue())) await this.load();
    return false;
  }

  private async countWhenDue(): Promise<boolean> {
    const now = this.clock.now();
    if (this.#triedAt !== undefined && isRecent(this.#triedAt, now)) return false;
    this.#triedAt = now;
    return this.count();
  }
}

const OF_THE_MODEL = wordRarity(NOTHING_COUNTED);

function isRecent(at: Date, now: Date): boolean {
  return now.getTime() - at.getTime() < COUNT_INTERVAL_MS;
}
