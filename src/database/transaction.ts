import { Logger } from '@nestjs/common';
import type { PoolClient, QueryResultRow } from 'pg';
import type { DataSource, EntityManager } from 'typeorm';

import { assert } from '../common/assert.js';
import type { NamedStatement } from './statement.js';

/** One open transaction. It is over when the `work` it was given to has resolved; nothing may use it after that. */
export interface Tx {
  /** TypeORM's view of this transaction: everything done by it commits or rolls back with the rest. */
  readonly manager: EntityManager;
  /** Runs one SQL text with values for $1, $2 ... and gives its rows. */
  query<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** The same, prepared by name: for what runs often. */
  statement<Row>(statement: NamedStatement, values: readonly unknown[]): Promise<Row[]>;
  /** Has `then` run once the transaction is committed, and never when it is not. What `then` throws is logged. */
  afterCommit(then: () => void): void;
}

const logger = new Logger('Transaction');

/** A transaction on one connection of the pool, which the caller opens, ends and gives back. */
export class Transaction implements Tx {
  #open = true;
  #manager: EntityManager | undefined;
  readonly #afterCommit: (() => void)[] = [];

  constructor(
    private readonly dataSource: DataSource,
    private readonly client: PoolClient,
  ) {}

  get manager(): EntityManager {
    this.#manager ??= managerOf(this.dataSource, this.client);
    return this.#manager;
  }

  async query<Row>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    assert(this.#open, 'a transaction is not used after its end');
    return (await this.client.query<QueryResultRow>(sql, [...values])).rows as Row[];
  }

  async statement<Row>({ name, text }: NamedStatement, values: readonly unknown[]): Promise<Row[]> {
    assert(this.#open, 'a transaction is not used after its end');
    return (await this.client.query<QueryResultRow>({ name, text, values: [...values] })).rows as Row[];
  }

  afterCommit(then: () => void): void {
    this.#afterCommit.push(then);
  }

  /**
   * Commits. PostgreSQL answers COMMIT with ROLLBACK, and no error, when a statement failed before: work that caught
   * such an error and went on would be lost without a word, so that is an error here.
   */
  async commit(): Promise<void> {
    this.close();
    const { command } = await this.client.query('commit');
    assert(
      command === 'COMMIT',
      'work that caught a failed statement must throw: its transaction is rolled back',
    );
  }

  async rollback(): Promise<void> {
    this.close();
    await this.client.query('rollback');
  }

  /** To be called once the commit is certain and the connection is given back. */
  runAfterCommit(): void {
    for (const then of this.#afterCommit) {
      try {
        then();
      } catch (error) {
        logger.error('A step after a commit failed.', error instanceof Error ? error.stack : undefined);
      }
    }
  }

  private close(): void {
    this.#open = false;
    void this.#manager?.queryRunner?.release();
  }
}

/**
 * A manager on a connection whose transaction is already open. TypeORM's own `startTransaction` would cost a round trip
 * of its own; so its query runner is told of the connection, and that it stands inside a transaction of depth one
 * (a transaction begun on the manager then becomes a savepoint). It never gives the connection back: we do.
 */
function managerOf(dataSource: DataSource, client: PoolClient): EntityManager {
  const runner = dataSource.createQueryRunner('master');
  Object.assign(runner, { databaseConnection: client, isTransactionActive: true, transactionDepth: 1 });
  return runner.manager;
}
