import { PublicError } from '../src/common/refusal.js';
import type { DemoRandom } from '../src/demo/demo-random.js';
import { BackgroundWork, OutboxWorker } from '../src/database/index.js';
import type { TestApp } from '../test/support/app.js';

/** Work that never comes to an end would hang the simulation. */
const ROUNDS_MAX = 200;

/**
 * Does the background work, in this process and in the same order each time. Now and then a worker dies: what it did in
 * the transaction in hand is lost, as if its process had been killed before the commit, and another begins again.
 */
export class Settler {
  #dying = 0;
  /** How often a worker died. */
  deaths = 0;

  constructor(
    private readonly app: TestApp,
    private readonly dice: DemoRandom,
  ) {
    const { database } = app;
    const asSystem = database.asSystem.bind(database);
    database.asSystem = (role, work) =>
      asSystem(role, async (tx) => {
        const result = await work(tx);
        if (this.#dying > 0) this.die();
        return result;
      });
  }

  /**
   * Until there is nothing left to do for some rounds: work of the night takes its tasks one by one. `mayDie` lets workers die
   * on the way.
   */
  async settle({ mayDie = true, quietRounds = 2 } = {}): Promise<void> {
    const worker = this.app.nest.get(OutboxWorker);
    const loops = this.app.nest.get(BackgroundWork);
    let quiet = 0;
    for (let round = 0; quiet < quietRounds; round += 1) {
      if (round === ROUNDS_MAX) throw new Error('The background work does not come to an end.');
      this.#dying = mayDie && this.dice.chance(0.03) ? this.dice.whole(1, 3) : 0;
      try {
        await loops.roundOfEach();
        const handled = await worker.drain();
        quiet = handled === 0 ? quiet + 1 : 0;
      } catch (error) {
        if (!(error instanceof WorkerDied)) throw error;
        quiet = 0;
      }
    }
    this.#dying = 0;
  }

  private die(): never {
    this.#dying -= 1;
    this.deaths += 1;
    throw new WorkerDied('UNAVAILABLE', 'The worker died.');
  }
}

/** UNAVAILABLE, so that loops take it for a database that went away, and begin again. */
class WorkerDied extends PublicError {
  override readonly name = 'WorkerDied';
}
