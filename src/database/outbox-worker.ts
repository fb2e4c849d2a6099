import { setTimeout as sleep } from 'node:timers/promises';

import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';

import { assert } from '../common/assert.js';
import { Config } from '../config/index.js';
import { Database } from './database.js';
import { OUTBOX_BATCH_MAX, type OutboxConsumer } from './outbox-consumer.js';
import { OutboxLoop } from './outbox-loop.js';
import { OUTBOX_DUE_TOPICS } from './outbox-statements.js';
import { Outbox } from './outbox.js';

/** How long `idle` waits. */
const IDLE_MS_MAX = 30_000;

/**
 * Runs the consumers of events, one loop per topic, in every process whose work includes `worker`. Any number of
 * processes share the events; none is lost when one of them is killed.
 */
@Injectable()
export class OutboxWorker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #consumers = new Map<string, OutboxConsumer>();
  readonly #loops = new Map<string, OutboxLoop>();
  #unsubscribe: (() => void) | undefined;

  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly config: Config,
  ) {}

  /** Names the consumer of a topic. To be called while modules start (`onModuleInit`), before the loops do. */
  register<Payload>(consumer: OutboxConsumer<Payload>): void {
    assert(!this.#consumers.has(consumer.topic), `the topic ${consumer.topic} has one consumer`);
    assert(
      consumer.batchMax >= 1 && consumer.batchMax <= OUTBOX_BATCH_MAX,
      `a batch of ${consumer.topic} is 1 to ${OUTBOX_BATCH_MAX} events`,
    );
    this.#consumers.set(consumer.topic, consumer);
  }

  onApplicationBootstrap(): void {
    if (this.config.work.includes('worker')) this.start();
  }

  /** Drains: what is in hand is finished, nothing new is taken. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.stop();
  }

  start(): void {
    if (this.#loops.size > 0) return;
    for (const consumer of this.#consumers.values()) {
      const loop = new OutboxLoop(this.database, consumer);
      this.#loops.set(consumer.topic, loop);
      loop.start();
    }
    this.#unsubscribe = this.outbox.onCommitted((topic) => {
      this.nudge(topic);
    });
  }

  async stop(): Promise<void> {
    this.#unsubscribe?.();
    await Promise.all([...this.#loops.values()].map((loop) => loop.stop()));
    this.#loops.clear();
  }

  /** Has a topic looked at now and not at its next poll. */
  nudge(topic: string): void {
    this.#loops.get(topic)?.nudge();
  }

  /**
   * For simulations: handles what is due in this call, and what comes of it, without loops and topic after topic, so that the
   * same happens in the same order each time. Gives how many events there were.
   */
  async drain(): Promise<number> {
    let handled = 0;
    for (let batch = 1; batch > 0; handled += batch) {
      batch = 0;
      const due = new Set((await this.due()).map(({ topic }) => topic));
      for (const [topic, consumer] of this.#consumers)
        if (due.has(topic)) batch += await new OutboxLoop(this.database, consumer).handleBatch();
    }
    return handled;
  }

  /**
   * For tests: resolves when no event of a topic registered here is due, in this process's hand or another's. Events
   * that failed and wait for their next attempt are not due.
   */
  async idle(): Promise<void> {
    const until = performance.now() + IDLE_MS_MAX;
    for (;;) {
      const due = await this.due();
      if (due.length === 0) return;
      assert(performance.now() < until, `events are handled: still due are ${describe(due)}`);
      for (const { topic } of due) this.nudge(topic);
      await sleep(5);
    }
  }

  private due(): Promise<{ topic: string; count: number }[]> {
    return this.database.systemStatement('resolver', OUTBOX_DUE_TOPICS, [[...this.#consumers.keys()]]);
  }
}

function describe(due: readonly { readonly topic: string; readonly count: number }[]): string {
  return due.map(({ topic, count }) => `${count} of ${topic}`).join(', ');
}
