import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { assert } from '../common/assert.js';
import { Config } from '../config/index.js';
import { BackgroundLoop } from './background-loop.js';

/**
 * Runs the loops of all parts in every process whose work includes `worker`: from when every module is there until the
 * process shuts down, which waits for the rounds in hand.
 */
@Injectable()
export class BackgroundWork implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #loops: BackgroundLoop[] = [];
  #begun = false;

  constructor(private readonly config: Config) {}

  /** Adds a loop, as `BackgroundLoop` says. To be called by constructors; gives what nudges it. */
  add(name: string, round: () => Promise<boolean>, pauseMs: number): Pick<BackgroundLoop, 'nudge'> {
    assert(!this.#begun, `${name} is added before the work begins`);
    const loop = new BackgroundLoop(name, round, pauseMs);
    this.#loops.push(loop);
    return loop;
  }

  /** For simulations: one round of each loop, in the order in which they were added. */
  async roundOfEach(): Promise<void> {
    for (const loop of this.#loops) await loop.once();
  }

  onApplicationBootstrap(): void {
    this.#begun = true;
    if (!this.config.work.includes('worker')) return;
    for (const loop of this.#loops) loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.#loops.map((loop) => loop.stop()));
  }
}
