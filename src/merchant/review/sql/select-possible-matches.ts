import { accessRule, type NamedStatement } from '../../../database/index.js';
import type { PossibleMatchOrder } from '../possible-match.js';
import { openToAnalyst } from './open-to-analyst.js';

/**
 * A side's name: of those that its report gives the first, as it may be shown. Reports stand in a higher part; of their
 * table this part reads what an analyst has to see, by SQL, and imports nothing.
 */
const nameOf = (side: string): string => `(
    select identifier->>'display'
    from report r
    join report_version v on v.report_id = r.id and v.version = r.version
    cross join lateral jsonb_array_elements(v.identifiers) with ordinality as i (identifier, place)
    where r.id = ${side}.id and identifier->>'type' in ('LEGAL_NAME', 'TRADE_NAME', 'DESCRIPTOR')
    order by identifier->>'type' <> 'LEGAL_NAME', place limit 1)`;

const IS_COUNTED = accessRule('review.count', openToAnalyst('m.id'));
const IS_OPEN = accessRule('review.possible-match', openToAnalyst('a.id', 'b.id'));

const reportsOf = (side: string): string =>
  `(select count(*)::int from description m where ${IS_COUNTED} and m.merchant_id = ${side}.merchant_id and m.active)`;

/** The analysts' judgements that stand between two merchants, asked from one side (description_merchant, judgement_open_key). */
const judgedFrom = (one: string, other: string): string => `
      select g.verdict
      from description x
      join judgement g on g.description_a = x.id and g.origin = 'ANALYST' and g.withdrawn_at is null
      join description y on y.id = g.description_b
      where x.merchant_id = ${one}.merchant_id and y.merchant_id = ${other}.merchant_id and x.active and y.active`;

/** The columns of a possible match, as PossibleMatchRow names them. */
const COLUMNS = `j.id, j.decided_at as since, j.decided_at::text as "sinceExact", j.evidence->>'tier' as tier,
      (j.evidence->>'score')::float8 as score, j.evidence->>'reason' as reason, j.model_version as "modelVersion",
      a.merchant_id as "leftMerchantId", a.id as "leftReportId",
      b.merchant_id as "rightMerchantId", b.id as "rightReportId"`;

const SIDES = `
    join description a on a.id = j.description_a
    join description b on b.id = j.description_b`;

const NAMES_AND_COUNTS = `${nameOf('a')} as "leftName", ${reportsOf('a')} as "leftReportCount",
    ${nameOf('b')} as "rightName", ${reportsOf('b')} as "rightReportCount"`;

const SIZE = `
    cross join lateral (
      select count(*) as reports from description m where m.merchant_id in (a.merchant_id, b.merchant_id) and m.active
    ) as size`;

/** What analysts have said of the two of j. */
const JUDGED = `
    cross join lateral (
      select coalesce(bool_or(verdict = 'SAME'), false) as same,
        coalesce(bool_or(verdict = 'DIFFERENT'), false) as different,
        coalesce(bool_or(verdict = 'UNSURE'), false) as unsure
      from (${judgedFrom('a', 'b')}
      union all${judgedFrom('b', 'a')}) as g
    ) as judged`;

/** That the engine asks about the two of j, and no analyst's judgement decides it. */
const UNDECIDED = `j.origin = 'ENGINE' and j.verdict = 'UNSURE' and j.withdrawn_at is null
      and a.active and b.active and a.merchant_id <> b.merchant_id and judged.same = judged.different`;

/** From what, and where, possible matches j wait for an analyst. Whoever reads them adds the rule, of the sides a and b. */
export const WAITING_MATCHES = `from judgement j ${SIDES}${JUDGED}
    where ${UNDECIDED} and (judged.same or not judged.unsure)`;

/** What an order sorts by before the age: two numbers, ascending. */
const SORTS: Readonly<Record<PossibleMatchOrder, readonly [string, string]>> = {
  OLDEST: ['0::float8', '0::int'],
  // Those without a score come last, the better tier first.
  STRONGEST: [
    `coalesce(-(j.evidence->>'score')::float8, 1e300)`,
    `coalesce(array_position(array['STRONG', 'PROBABLE', 'POSSIBLE'], j.evidence->>'tier'), 4)`,
  ],
  LARGEST: ['-size.reports::float8', '0::int'],
};

/**
 * A page of the possible matches that are open: the engine's standing judgements UNSURE about two reports that stand in
 * two merchants, between which no analyst's judgement stands (matchState says the same in code: one that contradicts
 * itself is open again, and `$5` asks for those left open instead). By age it walks judgement_possible and stops; by any
 * other order all that the engine asks are sorted, and what analysts said of them is looked up until the page is full.
 *
 * $1 most rows, $2 tiers, $3 reasons, $4 merchant as it is now, $5 left open; $6 to $9 the place behind which to begin.
 */
function selectPage(order: PossibleMatchOrder): NamedStatement {
  const [first, second] = SORTS[order];
  const place =
    order === 'OLDEST'
      ? '(j.decided_at, j.id) > ($8::timestamptz, $9::uuid) and $6::float8 = 0 and $7::int = 0'
      : `(${first}, ${second}, j.decided_at, j.id) > ($6::float8, $7::int, $8::timestamptz, $9::uuid)`;
  const sort = order === 'OLDEST' ? 'j.decided_at, j.id' : `${first}, ${second}, j.decided_at, j.id`;
  return {
    name: `review.possible-matches-${order.toLowerCase()}`,
    text: `
    select ${COLUMNS}, ${first} as sort1, ${second} as sort2, ${NAMES_AND_COUNTS}
    from judgement j ${SIDES}${order === 'LARGEST' ? SIZE : ''}${JUDGED}
    where ${IS_OPEN} and ${UNDECIDED}
      and ($2::text[] is null or j.evidence->>'tier' = any ($2))
      and ($3::text[] is null or j.evidence->>'reason' = any ($3))
      and ($4::uuid is null or $4 in (a.merchant_id, b.merchant_id))
      and case when $5::boolean then judged.unsure and not judged.same else judged.same or not judged.unsure end
      and ($9::uuid is null or ${place})
    order by ${sort} limit $1`,
  };
}

export const POSSIBLE_MATCHES: Readonly<Record<PossibleMatchOrder, NamedStatement>> = {
  OLDEST: selectPage('OLDEST'),
  STRONGEST: selectPage('STRONGEST'),
  LARGEST: selectPage('LARGEST'),
};

/** One possible match by its id, whether it is open or not, with its evidence. $1 the id. By judgement_pkey. */
export const POSSIBLE_MATCH: NamedStatement = {
  name: 'review.possible-match',
  text: `
    select ${COLUMNS}, j.evidence, j.withdrawn_at is null as stands, ${NAMES_AND_COUNTS}
    from judgement j ${SIDES}
    where ${IS_OPEN} and j.id = $1 and j.origin = 'ENGINE' and j.verdict = 'UNSURE'`,
};
