import { Injectable } from '@nestjs/common';
import { type BackgroundLoop, BackgroundWork, Database } from '../database/index.js';
import { BECOME_SEQUENCER, HAS_WAITING, SEQUENCE_CHANGES } from './sql/sequence-changes.js';

/** Advisory lock of the one sequencer. Any constant number. */
const SEQUENCER_LOCK = 7_225_201;
/** How often we look for changes that nobody in this process told us of. */
const POLL_MS = 200;
/** Changes that get their place in one transaction. */
const BATCH_MAX = 5_000;

/**
 * Gives committed changes their place in the feed.
 *
 * A number drawn by the writer would not do: a transaction that draws 7 may commit after one that draws 8, and a reader
 * that has read 8 in between would never see 7. Here a change gets its number only after it is committed, by one
 * sequencer at a time over all instances: its numbers become visible all at once at its commit, and the next sequencer
 * gets the lock, and reads what still waits for a number, only after that. So whoever sees a number sees every lower one
 * that will ever be given, and a cursor can never pass a change that is still to come.
 */
@Injectable()
export class FeedSequencer {
  readonly #loop: Pick<BackgroundLoop, 'nudge'>;

  constructor(
    private readonly database: Database,
    work: BackgroundWork,
  ) {
    this.#loop = work.add('FeedSequencer', () => this.round(), POLL_MS);
  }

  /** There are changes now: to be called once they are committed. */
  nudge(): void {
    this.#loop.nudge();
  }

  /** One round behind whichever is under way; gives how many changes got their place, BATCH_MAX at most. */
  async sequence(): Promise<number> {
    return this.database.asSystem('sequencer', async (tx) => {
      await tx.statement(BECOME_SEQUENCER, [SEQUENCER_LOCK]);
      // A statement of its own, so that it sees what was committed until the lock was ours.
      const [sequenced] = await tx.statement<{ placed: number }>(SEQUENCE_CHANGES, [BATCH_MAX]);
      return sequenced?.placed ?? 0;
    });
  }

  private async round(): Promise<boolean> {
    const waiting = await this.database.systemStatement('sequencer', HAS_WAITING, []);
    return waiting.length > 0 && (await this.sequence()) === BATCH_MAX;
  }
}
