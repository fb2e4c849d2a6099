import { setTimeout as sleep } from 'node:timers/promises';

import { Injectable } from '@nestjs/common';
import { escapeLiteral, type Pool, type QueryResultRow } from 'pg';
import { DataSource, type Driver } from 'typeorm';

import { type Actor, principalId } from '../common/actor.js';
import { assert } from '../common/assert.js';
import { isConflict, mapDatabaseError } from './error-map.js';
import type { NamedStatement } from './statement.js';
import { DATABASE_ROLES, type SystemRole } from './system-role.js';
import { Transaction, type Tx } from './transaction.js';

/** How often work that stood in another transaction's way is run again. */
export const RETRIES_MAX = 3;

const REQUEST_ID = /^[A-Za-z0-9_-]{1,64}$/;

/** The way to the data: every statement goes through here, in a transaction that has an owner. */
@Injectable()
export class Database {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Runs `work` in one transaction that is entered as the actor: its member, its principal and its request stand in
   * the transaction's settings for policies and for the audit log.
   *
   * On a deadlock or a serialisation failure the whole `work` runs again, up to RETRIES_MAX times: it must do nothing
   * outside of the transaction but by `afterCommit`.
   *
   * @throws UnauthenticatedError when the member or the credential is not active, or the epoch is past.
   * @throws PublicError UNAVAILABLE when the database cannot be reached or has no connection free within 5 s.
   */
  async asActor<T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transaction(entry(actor), work);
  }

  /** The same without an actor, as the database role of this work: see `SystemRole`. */
  asSystem<T>(role: SystemRole, work: (tx: Tx) => Promise<T>): Promise<T> {
    return this.transaction(`begin; set local role ${DATABASE_ROLES[role]}`, work);
  }

  /** One prepared statement as such a role, in a transaction of its own. */
  systemStatement<Row>(
    role: SystemRole,
    statement: NamedStatement,
    values: readonly unknown[],
  ): Promise<Row[]> {
    return this.asSystem(role, (tx) => tx.statement<Row>(statement, values));
  }

  /**
   * Runs one prepared statement in one round trip, with nobody entered: row policies show it nothing and let it write
   * nothing, unless it enters as an actor itself.
   */
  async statement<Row>({ name, text }: NamedStatement, values: readonly unknown[]): Promise<Row[]> {
    try {
      const { rows } = await this.pool.query<QueryResultRow>({ name, text, values: [...values] });
      return rows as Row[];
    } catch (error) {
      throw mapDatabaseError(error);
    }
  }

  private async transaction<T>(opening: string, work: (tx: Tx) => Promise<T>): Promise<T> {
    for (let retries = 0; ; retries += 1) {
      try {
        const { result, tx } = await this.attempt(opening, work);
        tx.runAfterCommit();
        return result;
      } catch (error) {
        if (!isConflict(error) || retries === RETRIES_MAX) throw mapDatabaseError(error);
        // The others go first; the longer it takes, the further apart we come.
        await sleep(Math.random() * 20 * 2 ** retries);
      }
    }
  }

  private async attempt<T>(
    opening: string,
    work: (tx: Tx) => Promise<T>,
  ): Promise<{ result: T; tx: Transaction }> {
    const client = await this.pool.connect();
    // A connection lost between two statements is told here; the next statement on it then fails.
    client.on('error', ignore);
    const tx = new Transaction(this.dataSource, client);
    let broken = false;
    try {
      await client.query(opening);
      const result = await work(tx);
      await tx.commit();
      return { result, tx };
    } catch (error) {
      broken = await tx.rollback().then(
        () => false,
        () => true,
      );
      throw error;
    } finally {
      client.removeListener('error', ignore);
      client.release(broken);
    }
  }

  /** TypeORM's own pool: there is one set of connections, and one limit on it. */
  private get pool(): Pool {
    return (this.dataSource.driver as Driver & { readonly master: Pool }).master;
  }
}

/** BEGIN and the entry go in one round trip, which takes no parameters: so the values are checked and quoted here. */
function entry(actor: Actor): string {
  assert(Number.isInteger(actor.epoch), 'an epoch is a whole number');
  assert(REQUEST_ID.test(actor.requestId), 'a request id is 1 to 64 characters of A-Z, a-z, 0-9, _ and -');
  const [member, principal, request] = [actor.memberId, principalId(actor), actor.requestId].map(
    escapeLiteral,
  );
  return `begin; select enter_as(${member}, ${principal}, ${actor.epoch}, ${request})`;
}

function ignore(): void {
  // See where it is used.
}
