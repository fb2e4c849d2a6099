import type { NamedStatement } from '../database/index.js';
import type { WorkKind } from './work-kind.js';

/** What of a kind may be critical, and what may have a deadline: by these it is ordered before its age. */
export type Rank = 'critical' | 'due';

/** One kind of work: the statements that find what waits of it for whoever has entered. */
export interface WorkSource {
  readonly kind: WorkKind;
  readonly ranks: readonly Rank[];
  /**
   * What waits behind a place, at most so much, in order: $1 the own member, $2 the moment, $3 oneself; $4 critical, $5 due,
   * $6 since and $7 id of the place within this source (`placeWithin`); $8 how much. It is asked for by the order of an index
   * wherever a backlog may grow, so that a page costs what it shows, however much waits.
   */
  readonly page: NamedStatement;
  /** How much of it waits, no further than $4. $1 to $3 as above. */
  readonly count: NamedStatement;
}

/**
 * Makes a source of a query that gives (id uuid, shown_by uuid, critical boolean, since timestamptz, due timestamptz) of what
 * waits, each id once, and may ask $1 to $3 as above. The query carries its access rule. What it is not ranked by is the same
 * for all of it: nothing is critical, or nothing has a deadline.
 */
export function workSource(kind: WorkKind, ranks: readonly Rank[], waiting: string): WorkSource {
  const name = kind.toLowerCase().replaceAll('_', '-');
  const ranked = RANKS.filter(({ rank }) => ranks.includes(rank));
  const order = [...ranked.map(({ column }) => column), 'waiting.since', 'waiting.id'].join(', ');
  const place = [...ranked.map(({ parameter }) => parameter), '$6::timestamptz', '$7::uuid'].join(', ');
  // Not a common table expression: where a row policy calls what may change, that would be gathered whole before it is ordered.
  const from = `from (${waiting}) as waiting (id, shown_by, critical, since, due)`;
  return {
    kind,
    ranks,
    page: {
      name: `work.${name}`,
      text: `
      with asked as (select $1::uuid, $2::timestamptz, $3::uuid, $4::boolean, $5::timestamptz)
      select id as "objectId", shown_by as "shownBy", critical, ${micros('since')} as since, ${micros('due')} as due
      ${from} where (${order}) > (${place})
      order by ${order} limit $8`,
    },
    count: {
      name: `work.count-${name}`,
      text: `
      with asked as (select $1::uuid, $2::timestamptz, $3::uuid)
      select count(*)::int as count from (select ${from} limit $4) as counted`,
    },
  };
}

/** In the order of compareWork: the critical first, no deadline last. */
const RANKS: readonly { readonly rank: Rank; readonly column: string; readonly parameter: string }[] = [
  { rank: 'critical', column: 'not waiting.critical', parameter: 'not $4::boolean' },
  { rank: 'due', column: "coalesce(waiting.due, 'infinity')", parameter: '$5::timestamptz' },
];

/** Whole numbers of this size are exact as floating point, for some centuries to come. */
const micros = (column: string): string => `(extract(epoch from ${column}) * 1000000)::float8`;
