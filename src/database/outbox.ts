import { Injectable } from '@nestjs/common';

import type { NamedStatement } from './statement.js';
import type { Tx } from './transaction.js';

/** One event, as its consumer gets it. `id` grows in the order of writing within one transaction. */
export interface OutboxEvent<Payload = unknown> {
  readonly id: string;
  readonly payload: Payload;
  readonly createdAt: Date;
  /** How often it has failed before. */
  readonly attempts: number;
}

const PUT: NamedStatement = {
  name: 'outbox.put',
  text: 'insert into outbox (topic, payload) select $1, payload from unnest($2::jsonb[]) payload',
};

/** Events that a lower part leaves for a higher one, in the transaction that causes them. */
@Injectable()
export class Outbox {
  readonly #listeners = new Set<(topic: string) => void>();

  /**
   * Leaves an event: it exists exactly if the transaction commits, and is handled at least once after that, with an
   * effect in the database of exactly once (it is removed in the transaction of its handling).
   *
   * Payloads carry ids, not values: what they point at may be corrected or erased before the event is read.
   */
  async put(tx: Tx, topic: string, ...payloads: readonly object[]): Promise<void> {
    await tx.statement(PUT, [topic, payloads.map((payload) => JSON.stringify(payload))]);
    tx.afterCommit(() => {
      for (const listener of this.#listeners) listener(topic);
    });
  }

  /** Has `listener` told of each topic that this process committed events of. Gives the way to end that. */
  onCommitted(listener: (topic: string) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
