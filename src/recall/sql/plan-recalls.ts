import type { NamedStatement } from '../../database/index.js';

/**
 * What the feed's removals at the places $1 (of the indicators $2) withdraw, as it was shown, in the order of places; with how
 * each indicator stands now, and whether a ruling since it was last listed or changed took an accepted report out of it.
 *
 * Stands on indicator_change_pkey, indicator_change_indicator, merchant_view_member_view, description_own_merchant_key and
 * report_ruling_pkey.
 */
export const SELECT_REMOVALS: NamedStatement = {
  name: 'recall.selectRemovals',
  text: `
    select c.sequence as place, c.indicator_id as "indicatorId", c.handling_scope_id as "handlingScopeId",
      c.only_member_id as "onlyMemberId", c.changed_at as "withdrawnAt", i.merchant_view_id as "merchantViewId",
      i.type, i.scope, i.display, encode(i.value_hash, 'hex') as "valueHash", i.status,
      exists (
        select from merchant_view_member m
        join description d on d.own_merchant_id = m.own_merchant_id
        join report r on r.id = d.id and r.status = 'ACCEPTED'
        join report_ruling q on q.report_id = r.id and q.lifted_at is null
          and (q.value_hashes is null or i.value_hash = any (q.value_hashes))
        where m.merchant_view_id = i.merchant_view_id and m.handling_scope_id = i.handling_scope_id
          and q.at >= (select max(e.changed_at) from indicator_change e
            where e.indicator_id = c.indicator_id and e.sequence < c.sequence and e.kind <> 'REMOVED')
      ) as "ruledOut"
    from indicator_change c join indicator i on i.id = c.indicator_id
    where c.sequence = any ($1::bigint[]) and c.indicator_id = any ($2::uuid[])
    order by c.sequence`,
};

/**
 * Recalls that the groups of $1 to $5 (view, scope, only member, reason, time) belong to, of which some have their
 * place already: each group's by its number from 1. $6 indicators of all groups, $7 the group of each: one that the recall has
 * already is withdrawn anew.
 */
export const SELECT_BEGUN: NamedStatement = {
  name: 'recall.selectBegun',
  text: `
    select distinct on (g.no) g.no::int, r.id
    from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::timestamptz[]) with ordinality
      as g (merchant_view_id, handling_scope_id, only_member_id, reason, withdrawn_at, no)
    join recall r on r.handling_scope_id = g.handling_scope_id and r.withdrawn_at = g.withdrawn_at
      and r.reason = g.reason and r.merchant_view_id is not distinct from g.merchant_view_id
      and r.only_member_id is not distinct from g.only_member_id
    where not exists (
      select from unnest($6::uuid[], $7::int[]) as removed (indicator_id, no)
      join recall_indicator i on i.recall_id = r.id and i.indicator_id = removed.indicator_id
      where removed.no = g.no)
    order by g.no, r.id`,
};

/** What began before this is over may still hand out what is withdrawn. */
const BEFORE = `pg_snapshot_xmax(pg_current_snapshot())::text::bigint`;

export const INSERT_RECALLS: NamedStatement = {
  name: 'recall.insertAll',
  text: `
    insert into recall (id, merchant_view_id, handling_scope_id, only_member_id, reason, withdrawn_at, planned_before,
      last_search)
    select row.*, ${BEFORE}, false
    from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::timestamptz[]) as row`,
};

/** Has the recalls $1 look for their recipients once more: they have got more indicators. */
export const SEARCH_AGAIN: NamedStatement = {
  name: 'recall.searchAgain',
  text: `
    update recall set looked_up_to = null, planned_before = ${BEFORE}, last_search = false, settled_at = null
    where id = any ($1::uuid[])`,
};

export const INSERT_RECALL_INDICATORS: NamedStatement = {
  name: 'recall.insertIndicators',
  text: `
    insert into recall_indicator (recall_id, indicator_id, type, scope, display, value_hash, place)
    select * from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::text[], $6::bytea[], $7::bigint[])`,
};

/**
 * What the latest recall of the indicator $1 says of it, for the member $2 that had it in hand meanwhile. None where no recall
 * is planned yet: the one that comes finds the delivery.
 */
export const SELECT_LATEST: NamedStatement = {
  name: 'recall.selectLatest',
  text: `
    select i.indicator_id as "indicatorId", r.merchant_view_id as "merchantViewId",
      r.handling_scope_id as "handlingScopeId", $2::uuid as "onlyMemberId", r.reason, r.withdrawn_at as "withdrawnAt",
      i.type, i.scope, i.display, encode(i.value_hash, 'hex') as "valueHash", i.place
    from recall_indicator i join recall r on r.id = i.recall_id
    where i.indicator_id = $1 and (r.only_member_id is null or r.only_member_id = $2)
    order by i.place desc, r.id limit 1`,
};
