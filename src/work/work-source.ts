import type { NamedStatement } from '../database/index.js';
import type { WorkKind } from './work-kind.js';

/** One kind of work: the statements that find what waits of it for whoever has entered. */
export interface WorkSource {
  readonly kind: WorkKind;
  /**
   * What waits behind a place, at most so much, in order: $1 the own member, $2 the moment, $3 oneself; $4 critical (null:
   * from the start), $5 due, $6 since, $7 kind and $8 id of the place, times in microseconds; $9 how much.
   */
  readonly page: NamedStatement;
  /** How much of it waits, no further than $4. $1 to $3 as above. */
  readonly count: NamedStatement;
}

/**
 * Makes a source of a query that gives (id uuid, shown_by uuid, critical boolean, since timestamptz, due timestamptz) of what
 * waits, each id once, and may ask $1 to $3 as above. The query carries its access rule.
 */
export function workSource(kind: WorkKind, waiting: string): WorkSource {
  const name = kind.toLowerCase().replaceAll('_', '-');
  const asked = `with asked as (select $1::uuid, $2::timestamptz, $3::uuid),
      waiting (id, shown_by, critical, since, due) as (${waiting})`;
  return {
    kind,
    page: {
      name: `work.${name}`,
      text: `
      ${asked}
      select id as "objectId", shown_by as "shownBy", critical, ${micros('since')} as since, ${micros('due')} as due
      from waiting
      where $4::boolean is null or (not critical, ${last('due')}, since, '${kind}' collate "C", id)
        > (not $4, ${last(moment('$5'))}, ${moment('$6')}, $7::text collate "C", $8::uuid)
      order by not critical, ${last('due')}, since, id limit $9`,
    },
    count: {
      name: `work.count-${name}`,
      text: `${asked} select count(*)::int as count from (select from waiting limit $4) as counted`,
    },
  };
}

/** No deadline is the last of all. */
const last = (due: string): string => `coalesce(${due}, 'infinity')`;

/** Whole numbers of this size are exact as floating point, for some centuries to come. */
const micros = (column: string): string => `(extract(epoch from ${column}) * 1000000)::float8`;
const moment = (parameter: string): string =>
  `(timestamptz 'epoch' + ${parameter}::float8 * interval '1 microsecond')`;
