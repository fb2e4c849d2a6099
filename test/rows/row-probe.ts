import { Client, escapeIdentifier, type QueryResultRow } from 'pg';
import type { World } from '../access/matrix/given-world.js';
import type { Reader } from '../access/matrix/reader.js';
import { fromGlobalId } from '../../src/common/id.js';
import { asOwner } from '../support/as-owner.js';
import { SUPERUSER_URL_VARIABLE } from '../support/test-server.js';
import { GIVEN_ROWS } from './given-rows.js';
import type { ActorPolicy } from './row-policy.js';
import type { MadeRow } from './row-subjects.js';

/** A row of a table, where it stands and whose it is. */
export interface PlacedRow {
  readonly place: string;
  readonly kind: string;
  readonly id: string | null;
  readonly member: string | null;
}

/** What `insufficient_privilege` is to PostgreSQL: the row policies refuse a row. */
const REFUSED = '42501';

/**
 * Asks the row policies alone, in one transaction that is rolled back: triggers and foreign keys are off and every column is
 * granted, so that nothing else answers. As a superuser that takes the role of actors for one statement at a time.
 */
export class RowProbe {
  private constructor(private readonly client: Client) {}

  /** Begins, with a policy opened for as long as the probe lasts. To be ended by `close`. */
  static async open({ app }: World, opened?: ActorPolicy): Promise<RowProbe> {
    const [here] = await asOwner(app.database, (tx) =>
      tx.query<{ name: string }>('select current_database() as name'),
    );
    const url = new URL(process.env[SUPERUSER_URL_VARIABLE] ?? '');
    url.pathname = `/${here?.name ?? ''}`;
    const client = new Client({ connectionString: url.href });
    await client.connect();
    const probe = new RowProbe(client);
    try {
      await client.query('begin; set local session_replication_role = replica');
      for (const statement of GIVEN_ROWS) await client.query(statement);
      await client.query(
        'grant select, insert, update, delete on all tables in schema public to cordon_service',
      );
      if (opened !== undefined) await probe.letEverythingPass(opened);
      return probe;
    } catch (error) {
      await probe.close();
      throw error;
    }
  }

  async close(): Promise<void> {
    await this.client.query('rollback');
    await this.client.end();
  }

  /** Enters as a reader; who is not signed in enters as nobody. Columns that a reader stamps its rows with come of it. */
  async enter(reader: Reader): Promise<Stamps | undefined> {
    await this.client.query('savepoint entered');
    const principalId =
      fromGlobalId('user', reader.principalId ?? '') ?? fromGlobalId('client', reader.principalId ?? '');
    if (principalId === undefined) return undefined;
    const [member] = await this.query<{ id: string; epoch: number }>(
      'select member_id as id, epoch from principal where id = $1',
      [principalId],
    );
    await this.query('select enter_as($1, $2, $3, $4)', [member?.id, principalId, member?.epoch, 'probe']);
    return { principal: principalId, member: member?.id ?? '' };
  }

  /** Ends what `enter` began. */
  async leave(): Promise<void> {
    await this.client.query('rollback to savepoint entered');
  }

  /** The rows of a table in the order in which they are stored, whoever may see them. */
  rows(table: string, whose: string): Promise<PlacedRow[]> {
    return this.query<PlacedRow>(
      `select t.ctid::text as place, w.kind, w.id, w.member
       from ${escapeIdentifier(table)} t cross join lateral (${whose}) w order by t.ctid`,
    );
  }

  /** Where the rows stand that whoever entered sees. */
  async seen(table: string): Promise<ReadonlySet<string>> {
    return this.tried(async () => {
      const rows = await this.query<{ place: string }>(
        `select ctid::text as place from ${escapeIdentifier(table)}`,
      );
      return new Set(rows.map(({ place }) => place));
    });
  }

  /** Whether a row may be put in, in its own place, that is as the one at `place` but for what is stamped on it. */
  mayInsert(table: string, place: string, stamped: Row): Promise<boolean> {
    return this.tried(async (asActor) => {
      const { row, columns } = await this.row(table, place, stamped);
      await this.query(`delete from ${escapeIdentifier(table)} where ctid = $1::tid`, [place]);
      await asActor();
      return this.passes(
        `insert into ${escapeIdentifier(table)} (${columns}) overriding system value
         select ${columns} from json_populate_record(null::${escapeIdentifier(table)}, $1)`,
        row,
      );
    }, false);
  }

  /** Whether the row at `place` may be written anew as it is, but for what is stamped on it. Reads nothing, so that it is asked of the policies for updates alone. */
  mayUpdate(table: string, place: string, stamped: Row): Promise<boolean> {
    return this.tried(async (asActor) => {
      const { row, columns } = await this.row(table, place, stamped);
      await this.leaveAlone(table, place);
      await asActor();
      return this.passes(
        `update ${escapeIdentifier(table)} set (${columns}) =
           (select ${columns} from json_populate_record(null::${escapeIdentifier(table)}, $1))`,
        row,
      );
    }, false);
  }

  mayDelete(table: string, place: string): Promise<boolean> {
    return this.tried(async (asActor) => {
      await this.leaveAlone(table, place);
      await asActor();
      return this.passes(`delete from ${escapeIdentifier(table)}`);
    }, false);
  }

  /** What a statement gives to whoever entered. */
  askAsActor(text: string, values: readonly unknown[]): Promise<Row[]> {
    return this.tried(() => this.query<Row>(text, values));
  }

  /** Looks, or writes, whoever may see it. */
  lookUp(text: string, values: readonly unknown[] = []): Promise<Row[]> {
    return this.query<Row>(text, values);
  }

  private async letEverythingPass({ table, policy, using, check, verbs }: ActorPolicy): Promise<void> {
    const conditions = [
      ...(using === null ? [] : ['using (true)']),
      ...(check === null && !verbs.includes('update') ? [] : ['with check (true)']),
    ];
    await this.client.query(
      `alter policy ${escapeIdentifier(policy)} on ${escapeIdentifier(table)} ${conditions.join(' ')}`,
    );
  }

  private async row(table: string, place: string, stamped: Row): Promise<{ row: string; columns: string }> {
    const [found] = await this.query<{ row: Row; columns: readonly string[] }>(
      `select to_jsonb(t) as row, array(select attname::text from pg_attribute
         where attrelid = t.tableoid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns
       from ${escapeIdentifier(table)} t where ctid = $1::tid`,
      [place],
    );
    return {
      row: JSON.stringify({ ...found?.row, ...stamped }),
      columns: (found?.columns ?? []).map(escapeIdentifier).join(', '),
    };
  }

  private async leaveAlone(table: string, place: string): Promise<void> {
    await this.query(`delete from ${escapeIdentifier(table)} where ctid <> $1::tid`, [place]);
  }

  /** Whether a statement gets past the row policies and reaches a row: what else is wrong with it does not count. */
  private async passes(sql: string, row?: string): Promise<boolean> {
    try {
      const { rowCount } = await this.client.query(sql, row === undefined ? [] : [row]);
      return rowCount === 1;
    } catch (error) {
      const { code } = error as { readonly code?: string };
      if (code === REFUSED) return false;
      // The policies are asked before constraints are.
      if (code?.startsWith('23') === true) return true;
      throw error;
    }
  }

  private async tried<T>(work: (asActor: () => Promise<unknown>) => Promise<T>, atOnce = true): Promise<T> {
    const asActor = (): Promise<unknown> => this.client.query('set local role cordon_service');
    await this.client.query('savepoint tried');
    try {
      if (atOnce) await asActor();
      return await work(asActor);
    } finally {
      await this.client.query('rollback to savepoint tried');
    }
  }

  private async query<R extends QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<R[]> {
    const { rows } = await this.client.query<R>(sql, [...values]);
    return rows;
  }
}

export type Row = Readonly<Record<string, unknown>>;

/** Whose name a reader's own rows are in. */
export interface Stamps {
  readonly principal: string;
  readonly member: string;
}

/** What of a row says that the reader made it. */
export function stampedBy(stamps: Stamps | undefined, made: MadeRow | undefined): Row | undefined {
  if (stamps === undefined || made?.stamps === undefined) return undefined;
  return Object.fromEntries(Object.entries(made.stamps).map(([column, whose]) => [column, stamps[whose]]));
}
