import { createRequire } from 'node:module';
import { escapeIdentifier } from 'pg';

import { accessRules } from '../../src/database/access-rule.js';
import type { Database, Tx } from '../../src/database/index.js';
import { asOwner } from './as-owner.js';

/**
 * Takes one layer of access away, or one rule of it, for as long as `work` runs. Production code has no switch for it:
 * statements are rewritten on their way to the server by their marks (`/*access:report.own*\/(...)`), functions and
 * policies are replaced in the test's own database. Nothing else may use that database meanwhile.
 */

/** Which access rules are taken out: some by name, or all. */
export type Rules = readonly string[] | 'all';

const MARK = /\/\*access:([a-z.-]+)\*\/\(/g;

/** The names of all rules: of the statements that are loaded, and of the functions in the database. */
export async function accessRuleNames(database: Database): Promise<string[]> {
  const functions = await markedFunctions(database);
  const inFunctions = functions.flatMap(({ definition }) =>
    [...definition.matchAll(MARK)].map(([, name = '']) => name),
  );
  return [...new Set([...accessRules(), ...inFunctions])].sort();
}

/** Runs `work` while these rules let everything pass, in statements and in functions. */
export async function withoutAccessRules<T>(
  database: Database,
  rules: Rules,
  work: () => Promise<T>,
): Promise<T> {
  const functions = await markedFunctions(database);
  await redefine(database, functions, (definition) => withoutRules(definition, rules));
  const restore = rewriteStatements((text) => withoutRules(text, rules));
  try {
    return await work();
  } finally {
    restore();
    await redefine(database, functions, (definition) => definition);
  }
}

/** Runs `work` while row policies are switched off on every table that has them. */
export async function withoutRowPolicies<T>(database: Database, work: () => Promise<T>): Promise<T> {
  const tables = await asOwner(database, (tx) =>
    tx.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity`,
    ),
  );
  const set = (state: string): Promise<void> =>
    asOwner(database, async (tx) => {
      for (const { name } of tables) await tx.query(`alter table ${escapeIdentifier(name)} ${state}`);
    });
  await set('disable row level security');
  try {
    return await work();
  } finally {
    await set('enable row level security');
  }
}

/** One policy for what actors read. */
export interface RowPolicy {
  readonly table: string;
  readonly policy: string;
  /** Its condition, as the catalogue writes it. */
  readonly using: string;
}

/** The policies by which actors see rows. */
export function rowPolicies(database: Database): Promise<RowPolicy[]> {
  return asOwner(database, (tx) =>
    tx.query<RowPolicy>(
      `select p.polrelid::regclass::text as table, p.polname as policy, pg_get_expr(p.polqual, p.polrelid) as using
       from pg_policy p
       where p.polcmd in ('r', '*') and p.polqual is not null and 'cordon_service'::regrole = any (p.polroles)
       order by 1, 2`,
    ),
  );
}

/** Runs `work` while one policy lets every row pass. */
export async function withoutRowPolicy<T>(
  database: Database,
  { table, policy, using }: RowPolicy,
  work: () => Promise<T>,
): Promise<T> {
  const set = (condition: string): Promise<unknown> =>
    asOwner(database, (tx: Tx) =>
      tx.query(`alter policy ${escapeIdentifier(policy)} on ${escapeIdentifier(table)} using (${condition})`),
    );
  await set('true');
  try {
    return await work();
  } finally {
    await set(using);
  }
}

/** A rule that is taken out stays in the text, for its values must go on having a type. */
function withoutRules(text: string, rules: Rules): string {
  return text.replace(MARK, (mark, name: string) =>
    rules === 'all' || rules.includes(name) ? `${mark}true or ` : mark,
  );
}

interface MarkedFunction {
  readonly definition: string;
}

function markedFunctions(database: Database): Promise<MarkedFunction[]> {
  return asOwner(database, (tx) =>
    tx.query<MarkedFunction>(
      `select pg_get_functiondef(oid) as definition from pg_proc
       where pronamespace = 'public'::regnamespace and prokind = 'f' and prosrc like '%/*access:%'`,
    ),
  );
}

function redefine(
  database: Database,
  functions: readonly MarkedFunction[],
  change: (definition: string) => string,
): Promise<void> {
  return asOwner(database, async (tx) => {
    for (const { definition } of functions) await tx.query(change(definition));
  });
}

type Query = (this: unknown, asked: unknown, ...rest: unknown[]) => unknown;

/** Statements go through the one client class that TypeORM's pool makes its connections of. Gives the way back. */
function rewriteStatements(rewrite: (text: string) => string): () => void {
  const { prototype } = (createRequire(import.meta.url)('pg') as { Client: { prototype: { query: Query } } })
    .Client;
  const { query } = prototype;
  prototype.query = function (asked, ...rest) {
    return query.call(this, rewritten(asked, rewrite), ...rest);
  };
  return () => {
    prototype.query = query;
  };
}

/** A prepared statement is known by its name: another text needs another one. */
function rewritten(asked: unknown, rewrite: (text: string) => string): unknown {
  if (typeof asked === 'string') return rewrite(asked);
  if (typeof asked !== 'object' || asked === null || !('text' in asked) || typeof asked.text !== 'string')
    return asked;
  const text = rewrite(asked.text);
  if (text === asked.text) return asked;
  const named = 'name' in asked && typeof asked.name === 'string' ? { name: nameOf(text) } : {};
  return { ...asked, ...named, text };
}

const NAMES = new Map<string, string>();

function nameOf(text: string): string {
  const name = NAMES.get(text) ?? `without ${NAMES.size}`;
  NAMES.set(text, name);
  return name;
}
