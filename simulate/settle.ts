import { AsyncLocalStorage } from 'node:async_hooks';
import { PublicError } from '../src/common/refusal.js';
import { DemoRandom } from '../src/demo/demo-random.js';
import { BackgroundWork, OutboxWorker } from '../src/database/index.js';
import type { TestApp } from '../test/support/app.js';

/** Work that never comes to an end would hang the simulation. */
const ROUNDS_MAX = 200;
/** Settlings of one run, at most: each has dice of its own. */
const SETTLINGS_MAX = 1_000_000;
/** The share of rounds in which a worker dies, and of how many transactions it dies in one. */
const DEATHS = 0.1;
const TRANSACTIONS = 40;

/** The number of the transaction that writes next. */
const NEXT_WRITER = {
  name: 'simulation.nextWriter',
  text: 'select pg_snapshot_xmax(pg_current_snapshot())::text as next',
};

/**
 * Does the background work, in this process and in the same order each time. Now and then a worker dies: what it did in
 * the transaction in hand is lost, as if its process had been killed before the commit, and another begins again.
 */
export class Settler {
  /** Which transaction of a round dies: of the round's own, and of no other's that run meanwhile. */
  readonly #round = new AsyncLocalStorage<{ deathAfter: number }>();
  #settlings = 0;
  /** How often a worker died. */
  deaths = 0;

  /** @param seed of the dice that say when workers die. They are its own: how many rounds it takes is nobody else's matter. */
  constructor(
    private readonly app: TestApp,
    private readonly seed: number,
  ) {
    const { database } = app;
    const asSystem = database.asSystem.bind(database);
    database.asSystem = (role, work) =>
      asSystem(role, async (tx) => {
        const result = await work(tx);
        const round = this.#round.getStore();
        if (round !== undefined && (round.deathAfter -= 1) === 0) this.die();
        return result;
      });
  }

  /**
   * Until nothing is written any more, or there is nothing to do for some rounds: a round may lock what it then leaves as it was.
   * `mayDie` lets workers die on the way.
   */
  async settle({ mayDie = true, quietRounds = 2 } = {}): Promise<void> {
    const dice = new DemoRandom(this.seed * SETTLINGS_MAX + this.#settlings);
    this.#settlings += 1;
    let writer = await this.nextWriter();
    for (let round = 0, quiet = 0; quiet < quietRounds; round += 1) {
      if (round === ROUNDS_MAX) throw new Error('The background work does not come to an end.');
      const deathAfter = mayDie && dice.chance(DEATHS) ? dice.whole(1, TRANSACTIONS) : 0;
      const handled = await this.#round.run({ deathAfter }, () => this.work());
      const next = await this.nextWriter();
      if (handled === 0 && next === writer) return;
      quiet = handled === 0 ? quiet + 1 : 0;
      writer = next;
    }
  }

  /** One round of everything; gives how much there was to do, a worker that died included. */
  private async work(): Promise<number> {
    try {
      const handled = await this.app.nest.get(OutboxWorker).drain();
      await this.app.nest.get(BackgroundWork).roundOfEach();
      return handled;
    } catch (error) {
      if (error instanceof WorkerDied) return 1;
      throw error;
    }
  }

  private async nextWriter(): Promise<string | undefined> {
    const [row] = await this.app.database.statement<{ next: string }>(NEXT_WRITER, []);
    return row?.next;
  }

  private die(): never {
    this.deaths += 1;
    throw new WorkerDied('UNAVAILABLE', 'The worker died.');
  }
}

/** UNAVAILABLE, so that loops take it for a database that went away, and begin again. */
class WorkerDied extends PublicError {
  override readonly name = 'WorkerDied';
}
