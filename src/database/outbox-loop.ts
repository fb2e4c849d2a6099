import { Logger } from '@nestjs/common';

import { PublicError } from '../common/refusal.js';
import { BackgroundLoop } from './background-loop.js';
import type { Database } from './database.js';
import { describeFault } from './fault.js';
import type { OutboxConsumer } from './outbox-consumer.js';
import {
  OUTBOX_CLAIM,
  OUTBOX_CLAIM_ONE,
  OUTBOX_IS_DUE,
  OUTBOX_PUT_OFF,
  OUTBOX_REMOVE,
} from './outbox-statements.js';
import type { OutboxEvent } from './outbox.js';

/** How often a topic is looked at when nobody in this process says that there is something. */
const POLL_MS = 200;
/** Longest wait of an event that keeps failing. */
const PUT_OFF_SECONDS_MAX = 300;

/** Handles the events of one topic, batch after batch. */
export class OutboxLoop {
  readonly #logger = new Logger('Outbox');
  readonly #loop: BackgroundLoop;
  #stopping = false;
  /** Set by a nudge until the next look, which then need not ask whether anything is due. */
  #nudged = false;

  constructor(
    private readonly database: Database,
    private readonly consumer: OutboxConsumer,
  ) {
    this.#loop = new BackgroundLoop(`Outbox ${consumer.topic}`, () => this.round(), POLL_MS);
  }

  start(): void {
    this.#loop.start();
  }

  /** Finishes the event in hand, or the batch where it is handled as one. */
  async stop(): Promise<void> {
    this.#stopping = true;
    await this.#loop.stop();
  }

  nudge(): void {
    this.#nudged = true;
    this.#loop.nudge();
  }

  private async round(): Promise<boolean> {
    const due = this.takeNudge() || (await this.isDue());
    return due && (await this.handleBatch()) === this.consumer.batchMax;
  }

  private takeNudge(): boolean {
    const nudged = this.#nudged;
    this.#nudged = false;
    return nudged;
  }

  private async isDue(): Promise<boolean> {
    return (await this.database.systemStatement('resolver', OUTBOX_IS_DUE, [this.consumer.topic])).length > 0;
  }

  /** Handles the oldest due events, one batch of them, and gives how many there were. */
  async handleBatch(): Promise<number> {
    let claimed: readonly OutboxEvent[] = [];
    try {
      await this.database.asSystem('resolver', async (tx) => {
        claimed = await tx.statement<OutboxEvent>(OUTBOX_CLAIM, [
          this.consumer.topic,
          this.consumer.batchMax,
        ]);
        if (claimed.length === 0) return;
        await this.consumer.handle(tx, claimed);
        await tx.statement(OUTBOX_REMOVE, [claimed.map(({ id }) => id)]);
      });
    } catch (error) {
      if (claimed.length === 0 || isUnavailable(error)) throw error;
      for (const { id } of claimed) {
        if (this.#stopping) break;
        await this.handleOne(id);
      }
    }
    return claimed.length;
  }

  /** One of a batch that failed: the others must not wait for it. */
  private async handleOne(id: string): Promise<void> {
    try {
      await this.database.asSystem('resolver', async (tx) => {
        const events = await tx.statement<OutboxEvent>(OUTBOX_CLAIM_ONE, [id]);
        if (events.length === 0) return;
        await this.consumer.handle(tx, events);
        await tx.statement(OUTBOX_REMOVE, [[id]]);
      });
    } catch (error) {
      if (isUnavailable(error)) throw error;
      const fault = describeFault(error);
      this.#logger.error(`Event ${id} of ${this.consumer.topic} failed and is put off: ${fault}`);
      await this.database.systemStatement('resolver', OUTBOX_PUT_OFF, [id, fault, PUT_OFF_SECONDS_MAX]);
    }
  }
}

function isUnavailable(error: unknown): boolean {
  return error instanceof PublicError && error.code === 'UNAVAILABLE';
}
