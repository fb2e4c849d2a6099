import type { OutboxEvent } from './outbox.js';
import type { Tx } from './transaction.js';

/** Most events that one transaction may handle. */
export const OUTBOX_BATCH_MAX = 1_000;

/** What handles the events of one topic. Each topic has one consumer; any number of processes run it side by side. */
export interface OutboxConsumer<Payload = unknown> {
  readonly topic: string;
  /** Events that one transaction handles at most, 1 to OUTBOX_BATCH_MAX. */
  readonly batchMax: number;
  /**
   * Handles events, in the order of their ids, inside the transaction that removes them. When it throws, nothing of it
   * remains, and each event of the batch is tried again by itself; one that fails alone waits, longer each time.
   */
  handle(tx: Tx, events: readonly OutboxEvent<Payload>[]): Promise<void>;
}
