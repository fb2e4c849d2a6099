import type { Database } from '../../src/database/index.js';
import { asOwner } from '../support/as-owner.js';
import { ROW_VERBS, type RowVerb } from './row-line.js';

/** A policy for actors, by which they see, put in, change or remove rows. */
export interface ActorPolicy {
  readonly table: string;
  readonly policy: string;
  readonly verbs: readonly RowVerb[];
  /** Which rows there are to it; null where it only says which may come to be. */
  readonly using: string | null;
  /** Which rows may come to be by it; null where that is `using`. */
  readonly check: string | null;
}

const VERBS_BY_CODE: Readonly<Record<string, readonly RowVerb[]>> = {
  r: ['select'],
  a: ['insert'],
  w: ['update'],
  d: ['delete'],
  '*': ROW_VERBS,
};

/** Every policy for actors. */
export async function actorPolicies(database: Database): Promise<ActorPolicy[]> {
  const rows = await asOwner(database, (tx) =>
    tx.query<Omit<ActorPolicy, 'verbs'> & { readonly code: string }>(
      `select p.polrelid::regclass::text as table, p.polname as policy, p.polcmd as code,
         pg_get_expr(p.polqual, p.polrelid) as using, pg_get_expr(p.polwithcheck, p.polrelid) as check
       from pg_policy p where 'cordon_service'::regrole = any (p.polroles) order by 1, 2`,
    ),
  );
  return rows.map(({ code, ...policy }) => ({ ...policy, verbs: VERBS_BY_CODE[code] ?? [] }));
}

/** What actors may do with rows of a table at all: what was granted to them, of the whole table or of columns. */
export async function grantedVerbs(database: Database): Promise<ReadonlyMap<string, readonly RowVerb[]>> {
  const rows = await asOwner(database, (tx) =>
    tx.query<{ readonly table: string; readonly verbs: readonly RowVerb[] }>(
      `select c.relname as table, array(
         select v from unnest($1::text[]) v
         where case v when 'delete' then has_table_privilege('cordon_service', c.oid, v)
           else has_any_column_privilege('cordon_service', c.oid, v) end) as verbs
       from pg_class c
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relrowsecurity order by 1`,
      [ROW_VERBS],
    ),
  );
  return new Map(rows.filter(({ verbs }) => verbs.length > 0).map(({ table, verbs }) => [table, verbs]));
}

/** A policy that lets everything through by itself: there is nothing of it to take out. */
export function isOpen({ using, check }: ActorPolicy): boolean {
  return (using ?? 'true') === 'true' && (check ?? 'true') === 'true';
}
