import { Injectable } from '@nestjs/common';
import { assert } from '../common/assert.js';
import type { HandlingScopeId, IndicatorId, MemberId } from '../common/id.js';
import { BackgroundWork, Database, type Tx } from '../database/index.js';
import type { ChangeKind } from './shared-indicator.js';
import { BEGIN_FOLLOWING, HAS_NEWS, LOCK_PLACE, MOVE_PLACE, SELECT_FOLLOWED } from './sql/follow-changes.js';

/** How often a follower looks whether there is something new. */
const POLL_MS = 200;
/** Changes that one transaction of a follower handles, unless it says otherwise. */
const BATCH_MAX = 500;

/** One entry of the feed as those who act on it see it: of every audience, those since replaced as well. */
export interface FollowedChange {
  /** Its place: a bigint, so a string. */
  readonly sequence: string;
  readonly indicatorId: IndicatorId;
  readonly version: number;
  readonly kind: ChangeKind;
  readonly handlingScopeId: HandlingScopeId;
  /** Where it is told to one member alone, which has come into the scope's group or gone out of it. */
  readonly onlyMemberId: MemberId | null;
  readonly changedAt: Date;
}

/** Acts on changes, oldest first, in the transaction (as `resolver`) that moves the follower's place behind them. */
export type HandleChanges = (tx: Tx, changes: readonly FollowedChange[]) => Promise<void>;

interface Follower {
  readonly name: string;
  readonly handle: HandleChanges;
  readonly batchMax: number;
}

/**
 * Followers of the feed: each handles every change exactly once, in order, wherever it runs. Its place is a row that the
 * round locks and moves in the transaction of what it does; so of any number of instances one at a time has it in hand, and
 * a round that dies is done again as if it had not begun. A new follower begins with the first change that there ever was.
 *
 * A change tells that something happened, not how it stands: by the time that it is handled a later one may have come.
 */
@Injectable()
export class FeedFollowers {
  readonly #followers = new Map<string, Follower>();

  constructor(
    private readonly database: Database,
    private readonly work: BackgroundWork,
  ) {}

  /** Adds a follower. `name` is stored and never reused. To be called by constructors. */
  add(
    name: string,
    handle: HandleChanges,
    { batchMax = BATCH_MAX }: { readonly batchMax?: number } = {},
  ): void {
    assert(!this.#followers.has(name), `${name} follows the feed once`);
    const follower = { name, handle, batchMax };
    this.#followers.set(name, follower);
    this.work.add(`FeedFollower ${name}`, () => this.round(follower), POLL_MS);
  }

  /** Has every follower handle all that has a place in the feed now; gives how many changes they handled together. */
  async followAll(): Promise<number> {
    let handled = 0;
    for (const follower of this.#followers.values()) {
      let last: number;
      do {
        last = await this.follow(follower);
        handled += last;
      } while (last === follower.batchMax);
    }
    return handled;
  }

  private async round(follower: Follower): Promise<boolean> {
    const news = await this.database.systemStatement('resolver', HAS_NEWS, [follower.name]);
    return news.length > 0 && (await this.follow(follower)) === follower.batchMax;
  }

  /** One batch behind whoever has this follower in hand; gives how many changes it had. */
  private async follow({ name, handle, batchMax }: Follower): Promise<number> {
    return this.database.asSystem('resolver', async (tx) => {
      const place = await this.lockPlace(tx, name);
      // A statement of its own, so that it sees what was placed until the lock was ours.
      const changes = await tx.statement<FollowedChange>(SELECT_FOLLOWED, [place, batchMax]);
      const last = changes.at(-1);
      if (last === undefined) return 0;
      await handle(tx, changes);
      await tx.statement(MOVE_PLACE, [name, last.sequence]);
      return changes.length;
    });
  }

  private async lockPlace(tx: Tx, name: string): Promise<string> {
    const [locked] = await tx.statement<{ sequence: string }>(LOCK_PLACE, [name]);
    if (locked !== undefined) return locked.sequence;
    await tx.statement(BEGIN_FOLLOWING, [name]);
    const [begun] = await tx.statement<{ sequence: string }>(LOCK_PLACE, [name]);
    assert(begun !== undefined, 'a follower has a place once it has begun');
    return begun.sequence;
  }
}
