import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { describeFault } from './fault.js';

/** Wait after a round that failed: most likely the database is not available. */
const FAILED_PAUSE_MS = 1_000;

/** Work that is looked at again and again, and at once when somebody says that there is some. */
export class BackgroundLoop {
  readonly #logger: Logger;
  #running: Promise<void> | undefined;
  #stopping = false;
  /** Set by a nudge until the next look: a nudge during a round must not be lost. */
  #nudged = false;
  #wake: () => void = () => undefined;

  /**
   * @param round does what there is to do, and tells whether there may be more of it right away.
   * @param pauseMs how long to wait for a nudge when there is not.
   */
  constructor(
    name: string,
    private readonly round: () => Promise<boolean>,
    private readonly pauseMs: number,
  ) {
    this.#logger = new Logger(name);
  }

  start(): void {
    this.#stopping = false;
    this.#running ??= this.run();
  }

  /** Finishes the round in hand and takes no other. */
  async stop(): Promise<void> {
    this.#stopping = true;
    this.#wake();
    await this.#running;
    this.#running = undefined;
  }

  /** One round in this call, whether the loop runs or not; tells whether there may be more to do. */
  once(): Promise<boolean> {
    return this.round();
  }

  nudge(): void {
    this.#nudged = true;
    this.#wake();
  }

  private async run(): Promise<void> {
    while (!this.#stopping) {
      this.#nudged = false;
      try {
        const more = await this.round();
        if (!more) await this.pause(this.pauseMs);
      } catch (error) {
        this.#logger.error(`A round failed and is tried again: ${describeFault(error)}`);
        await this.pause(FAILED_PAUSE_MS);
      }
    }
  }

  /** Waits until a nudge, a stop, or the time is over. */
  private async pause(ms: number): Promise<void> {
    if (this.#nudged || this.#stopping) return;
    const cancel = new AbortController();
    const woken = new Promise<void>((resolve) => {
      this.#wake = resolve;
    });
    await Promise.race([woken, sleep(ms, undefined, { signal: cancel.signal }).catch(() => undefined)]);
    cancel.abort();
  }
}
