import type { NamedStatement } from '../../database/index.js';

/** All of them run as `resolver`, for members of which none has asked. */

/** The merchants that these indicators belong to, and their handles. Stands on indicator_pkey. */
export const SELECT_CHANGED_VIEWS: NamedStatement = {
  name: 'notice.selectChangedViews',
  text: `
    select distinct i.merchant_id as "merchantId", i.merchant_view_id as "merchantViewId"
    from indicator i where i.id = any($1::uuid[])`,
};

/** What is shared now of the merchants $1, at $2, but for what is held. Stands on indicator_merchant, merchant_view_pkey. */
export const SELECT_SHARED_VALUES: NamedStatement = {
  name: 'notice.selectSharedValues',
  text: `
    select i.merchant_view_id as "merchantViewId", i.handling_scope_id as "handlingScopeId", i.id as "indicatorId",
      encode(i.value_hash, 'hex') as "valueHash"
    from indicator i
    join handling_scope s on s.id = i.handling_scope_id and s.held_for is null
    join merchant_view v on v.merchant_view_id = i.merchant_view_id and v.handling_scope_id = i.handling_scope_id
      and v.valid_until > $2
    where i.merchant_id = any($1::uuid[]) and i.status in ('ACTIVE', 'DISPUTED') and i.valid_until > $2
    order by i.id`,
};

/** Where the reports $1 stand, each within the scope at its place in $2. Stands on merchant_view_member_pkey. */
export const SELECT_STANDINGS: NamedStatement = {
  name: 'notice.selectStandings',
  text: `
    select m.own_merchant_id as "ownMerchantId", m.merchant_view_id as "merchantViewId",
      m.handling_scope_id as "handlingScopeId"
    from unnest($1::uuid[], $2::uuid[]) as stated (own_merchant_id, handling_scope_id)
    join merchant_view_member m using (own_merchant_id, handling_scope_id)`,
};

/**
 * Makes the ranges of the merchants $1, and those under the handles $2, exactly $3 to $7: kinds, values, handles, scopes and
 * merchants. Stands on served_view_merchant, served_view_handle and served_view_pkey.
 */
export const REPLACE_SERVED: NamedStatement = {
  name: 'notice.replaceServed',
  text: `
    with wanted as (
      select * from unnest($3::text[], $4::text[], $5::uuid[], $6::uuid[], $7::uuid[])
        as wanted (kind, value, merchant_view_id, handling_scope_id, merchant_id)
    ),
    gone as (
      delete from served_view s
      where (s.merchant_id = any($1::uuid[]) or s.merchant_view_id = any($2::uuid[]))
        and not exists (select from wanted w where (w.kind, w.value, w.merchant_view_id, w.handling_scope_id, w.merchant_id)
          = (s.kind, s.value, s.merchant_view_id, s.handling_scope_id, s.merchant_id))
      returning s.kind
    )
    insert into served_view (kind, value, merchant_view_id, handling_scope_id, merchant_id)
    select kind, value, merchant_view_id, handling_scope_id, merchant_id from wanted
    order by kind, value, merchant_view_id, handling_scope_id
    on conflict (kind, value, merchant_view_id, handling_scope_id) do update set merchant_id = excluded.merchant_id`,
};

/** The merchants in which the range $1 lies that a member registered. Stands on served_view_pkey. */
export const SELECT_SERVED_MERCHANTS: NamedStatement = {
  name: 'notice.selectServedMerchants',
  text: `
    select distinct v.merchant_id as "merchantId" from service_range r
    join served_view v on v.kind = r.kind and v.value = r.value
    where r.id = any($1::uuid[]) and r.removed_at is null`,
};

/**
 * Who serves the ranges (kinds $1, values $2), of those who may see the scope at the same place in $3: members that are in the
 * coalition, those included that are suspended for a time. Stands on service_range_served.
 */
export const SELECT_SERVING: NamedStatement = {
  name: 'notice.selectServing',
  text: `
    select asked.place::int - 1 as place, r.id as "serviceRangeId", r.member_id as "memberId", m.country
    from unnest($1::text[], $2::text[], $3::uuid[]) with ordinality as asked (kind, value, handling_scope_id, place)
    join service_range r on r.kind = asked.kind and r.value = asked.value and r.removed_at is null
    join member m on m.id = r.member_id and m.status in ('ACTIVE', 'SUSPENDED')
    join handling_scope s on s.id = asked.handling_scope_id
    where may_see_scope(s, r.member_id, false)
    order by asked.place`,
};

/** The open notices about the views $1 in the scopes $2, by the handle to which theirs leads at present. */
export const SELECT_OPEN: NamedStatement = {
  name: 'notice.selectOpen',
  text: `
    select n.id, n.member_id as "memberId", member.country, n.outcome, m.merchant_view_id as "merchantViewId",
      m.handling_scope_id as "handlingScopeId", n.service_range_ids as "serviceRangeIds", n.indicator_ids as "indicatorIds"
    from (select distinct * from unnest($1::uuid[], $2::uuid[]) as view (merchant_view_id, handling_scope_id)) view
    join merchant_view_member m using (merchant_view_id, handling_scope_id)
    join notice n on n.merchant_view_id = m.own_merchant_id and n.handling_scope_id = m.handling_scope_id
      and n.ended_at is null
    join member on member.id = n.member_id
    order by n.raised_at, n.id for update of n`,
};

/** Gives those that were raised: where a member has an open one of the same view, none is. Stands on notice_open. */
export const INSERT_NOTICES: NamedStatement = {
  name: 'notice.insertAll',
  text: `
    insert into notice (id, member_id, merchant_view_id, handling_scope_id, service_range_ids, indicator_ids, forwarded,
      raised_at)
    select row.id, row.member_id, row.merchant_view_id, row.handling_scope_id,
      array(select jsonb_array_elements_text(row.ranges)::uuid), array(select jsonb_array_elements_text(row.indicators)::uuid),
      $7, $8
    from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::jsonb[], $6::jsonb[])
      as row (id, member_id, merchant_view_id, handling_scope_id, ranges, indicators)
    order by row.member_id, row.merchant_view_id, row.handling_scope_id
    on conflict (member_id, merchant_view_id, handling_scope_id) where ended_at is null do nothing returning id`,
};

export const WIDEN_NOTICE: NamedStatement = {
  name: 'notice.widen',
  text: 'update notice set service_range_ids = $2, indicator_ids = $3 where id = $1',
};

/**
 * Ends the notices of the merchants that stood under the handles $1, of which at $2 nothing is listed any more that their
 * member may see; gives them. Stands on notice_view and merchant_view_member_pkey.
 */
export const END_NOTICES: NamedStatement = {
  name: 'notice.end',
  text: `
    update notice n set ended_at = $2
    where n.ended_at is null
      and n.merchant_view_id in (
        select own_merchant_id from merchant_view_member where merchant_view_id = any($1::uuid[])
        union select unnest($1::uuid[]))
      and not exists (
        select from merchant_view_member m
        join merchant_view v on v.merchant_view_id = m.merchant_view_id and v.handling_scope_id = m.handling_scope_id
          and v.valid_until > $2
        join handling_scope s on s.id = m.handling_scope_id
        where m.own_merchant_id = n.merchant_view_id and m.handling_scope_id = n.handling_scope_id
          and may_see_scope(s, n.member_id, false))
    returning n.id, n.member_id as "memberId"`,
};

/** What a forwarded notice is about, and where the member named is at home: nothing where it may not see it. */
export const SELECT_FORWARDED: NamedStatement = {
  name: 'notice.selectForwarded',
  text: `
    select v.merchant_id as "merchantId", m.merchant_view_id as "merchantViewId",
      m.handling_scope_id as "handlingScopeId", target.id as "memberId",
      target.country, n.indicator_ids as "indicatorIds", a.urgency = 'CRITICAL' as critical
    from notice n
    join alert a on a.kind = 'NOTICE' and a.object_id = n.id
    join merchant_view_member m on m.own_merchant_id = n.merchant_view_id and m.handling_scope_id = n.handling_scope_id
    join merchant_view v on v.merchant_view_id = m.merchant_view_id and v.handling_scope_id = m.handling_scope_id
      and v.valid_until > $3
    join handling_scope s on s.id = n.handling_scope_id
    join member target on target.id = $2 and target.status = 'ACTIVE'
    where n.id = $1 and n.ended_at is null and s.tlp <> 'RED' and may_see_scope(s, target.id, false)`,
};
