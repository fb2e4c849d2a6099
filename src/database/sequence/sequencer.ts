import type { BackgroundLoop } from '../background-loop.js';
import type { BackgroundWork } from '../background-work.js';
import type { Database } from '../database.js';
import type { NamedStatement } from '../statement.js';
import { BECOME_SEQUENCER } from './sequence.statements.js';

/** How often we look for what nobody in this process told us of. */
const POLL_MS = 200;
/** Rows that get their place in one transaction. */
const BATCH_MAX = 5_000;

/** What waits for its place, and the order in which it gets one. */
export interface Sequence {
  readonly name: string;
  /** Number of the advisory lock of its one sequencer. Any constant that no other lock has. */
  readonly lock: number;
  /** Gives a row if anything waits. */
  readonly hasWaiting: NamedStatement;
  /** Gives what is committed and waits its places, $1 at most; one row with how many as `placed`. As `sequencer`. */
  readonly place: NamedStatement;
}

/**
 * Gives committed rows their place in the order of commits.
 *
 * A number drawn by the writer would not do: a transaction that draws 7 may commit after one that draws 8, and a reader
 * that has read 8 in between would never see 7. Here a row gets its number only after it is committed, by one
 * sequencer at a time over all instances: its numbers become visible all at once at its commit, and the next sequencer
 * gets the lock, and reads what still waits for a number, only after that. So whoever sees a number sees every lower one
 * that will ever be given, and a cursor can never pass something that is still to come.
 *
 * Writers take no lock: they leave rows in a table of those that wait.
 */
export class Sequencer {
  readonly #loop: Pick<BackgroundLoop, 'nudge'>;

  constructor(
    private readonly database: Database,
    work: BackgroundWork,
    private readonly of: Sequence,
  ) {
    this.#loop = work.add(of.name, () => this.round(), POLL_MS);
  }

  /** Something waits now: to be called once it is committed. */
  nudge(): void {
    this.#loop.nudge();
  }

  /** One round behind whichever is under way; gives how many rows got their place, BATCH_MAX at most. */
  async sequence(): Promise<number> {
    return this.database.asSystem('sequencer', async (tx) => {
      await tx.statement(BECOME_SEQUENCER, [this.of.lock]);
      // A statement of its own, so that it sees what was committed until the lock was ours.
      const [sequenced] = await tx.statement<{ placed: number }>(this.of.place, [BATCH_MAX]);
      return sequenced?.placed ?? 0;
    });
  }

  private async round(): Promise<boolean> {
    const waiting = await this.database.systemStatement('sequencer', this.of.hasWaiting, []);
    return waiting.length > 0 && (await this.sequence()) === BATCH_MAX;
  }
}
