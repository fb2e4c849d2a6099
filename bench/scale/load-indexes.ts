import type { Client } from 'pg';
import { TABLES } from './merchant-rows.js';

interface Definition {
  readonly drop: string;
  readonly create: string;
}

/**
 * Indexes of the register's tables, and primary keys that nothing refers to: a table is filled without them, and each is
 * then built in one go, which takes a fraction of the time.
 */
const SELECT_DEFINITIONS = `
  select format('drop index %I', c.relname) as drop, pg_get_indexdef(i.indexrelid) as create
  from pg_index i
  join pg_class c on c.oid = i.indexrelid
  where i.indrelid::regclass::text = any ($1)
    and not exists (select from pg_constraint k where k.conindid = i.indexrelid)
  union all
  select format('alter table %s drop constraint %I', k.conrelid::regclass, k.conname),
    format('alter table %s add constraint %I %s', k.conrelid::regclass, k.conname, pg_get_constraintdef(k.oid))
  from pg_constraint k
  where k.contype = 'p' and k.conrelid::regclass::text = any ($1)
    and not exists (select from pg_constraint f where f.contype = 'f' and f.conindid = k.conindid)`;

/** Drops them, and gives the way to build them again. */
export async function dropIndexes(client: Client): Promise<() => Promise<void>> {
  const { rows } = await client.query<Definition>(SELECT_DEFINITIONS, [Object.keys(TABLES)]);
  for (const { drop } of rows) await client.query(drop);
  return async () => {
    await client.query(`set maintenance_work_mem = '1GB'`);
    for (const { create } of rows) await client.query(create);
    await client.query('reset maintenance_work_mem');
  };
}
