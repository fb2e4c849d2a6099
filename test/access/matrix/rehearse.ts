import type { Actor } from '../../../src/common/actor.js';
import type { Pool, QueryResultRow } from 'pg';
import { DataSource } from 'typeorm';
import { Database, type NamedStatement, type Tx } from '../../../src/database/index.js';
import { mapDatabaseError } from '../../../src/database/error-map.js';
import type { TestApp } from '../../support/app.js';

/** Carries a result out of a transaction that is rolled back. */
class Rehearsed extends Error {
  constructor(readonly result: unknown) {
    super('Rolled back: it was a rehearsal.');
  }
}

/**
 * From here on every transaction of an actor, and every single statement, is checked as a commit would check it, and then rolled back: each of
 * thousands of calls finds the coalition as it was made, whatever the calls before it did. Gives the way to end it.
 */
export function rehearse({ nest }: TestApp): () => void {
  const database = nest.get(Database);
  const pool = (nest.get(DataSource).driver as unknown as { readonly master: Pool }).master;
  const real = database.asActor.bind(database);
  const realStatement = database.statement.bind(database);
  const rehearsing = async <T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> => {
    try {
      return await real(actor, async (tx): Promise<T> => {
        const result = await work(tx);
        await tx.query('set constraints all immediate');
        throw new Rehearsed(result);
      });
    } catch (error) {
      if (error instanceof Rehearsed) return error.result as T;
      throw error;
    }
  };
  const rehearsingStatement = async <Row>(
    { name, text }: NamedStatement,
    values: readonly unknown[],
  ): Promise<Row[]> => {
    const client = await pool.connect();
    try {
      await client.query('begin');
      const { rows } = await client.query<QueryResultRow>({ name, text, values: [...values] });
      await client.query('set constraints all immediate');
      return rows as Row[];
    } catch (error) {
      throw mapDatabaseError(error);
    } finally {
      await client.query('rollback');
      client.release();
    }
  };
  // All parts share this one object.
  database.asActor = rehearsing;
  database.statement = rehearsingStatement;
  return () => {
    database.asActor = real;
    database.statement = realStatement;
  };
}
