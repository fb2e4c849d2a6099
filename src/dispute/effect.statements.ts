import type { NamedStatement } from '../database/index.js';

/** A dispute with the ruling in force and the outcome that was appealed, locked. For the background alone. */
export const LOCK_STATE: NamedStatement = {
  name: 'dispute.lockState',
  text: `
    select d.id, d.handles, d.grounds, d.status, d.stage, d.answer_by as "answerBy", d.ruled_at as "ruledAt",
      case when r.id is null then null else json_build_object('outcome', r.outcome, 'valueHashes',
        (select json_agg(encode(hash, 'hex')) from unnest(r.value_hashes) as hash)) end as ruling, a.appealed
    from dispute d left join dispute_ruling r on r.id = d.ruling_id left join dispute_appeal a on a.dispute_id = d.id
    where d.id = $1 for update of d`,
};

/**
 * The accepted reports that the listing in the dispute $2 rests on: what is listed under the handles $1 by whatever handle it
 * goes now (an earlier report that is accepted later gives it another), and what was of it, though by now it be withdrawn or
 * ruled out; with those of other audiences that hold a value of theirs which is not shared: a ruling has effect everywhere.
 * Only within the audiences of the handles it goes on from report to report: what ties the merchant together unseen is not
 * among them, so that what is shown as disputed says nothing of it. What was corrected since, and says none of the identifiers
 * any more that it said when the dispute was filed, speaks of another merchant. Nor is among them what a firm whose identity
 * was misused is marked by.
 *
 * Stands on merchant_view_member_pkey, merchant_view_member_view, description_own_merchant_key and description_merchant.
 */
export const SELECT_RESTING: NamedStatement = {
  name: 'dispute.selectResting',
  text: `
    with part as (
      select d.id, d.own_merchant_id, now.handling_scope_id, d.own_merchant_id = any($1::uuid[]) as is_handle
      from description d
      join report r on r.id = d.id
      join report_version now on now.report_id = r.id and now.version = r.version
      where d.own_merchant_id in (
          select unnest($1::uuid[]) union select own_merchant_id from dispute_report where dispute_id = $2)
        and exists (
          select from report_version filed, jsonb_array_elements(filed.identifiers) said_then,
            jsonb_array_elements(now.identifiers) said_now
          where filed.report_id = r.id and filed.version = (
              select coalesce(max(v.version), 1) from report_version v
              where v.report_id = r.id and v.created_at < (select filed_at from dispute where id = $2))
            and said_then->>'type' = said_now->>'type' and said_then->>'value' = said_now->>'value')
    ),
    named as (
      select own_merchant_id from part
      where handling_scope_id in (select handling_scope_id from part where is_handle)
      union
      select m.own_merchant_id from part h
      join merchant_view_member v on v.own_merchant_id = h.own_merchant_id
      join merchant_view_member m on m.merchant_view_id = v.merchant_view_id and m.handling_scope_id = v.handling_scope_id
      where h.is_handle
    ),
    seed as (
      select d.id, d.merchant_id, array(select h.hash from unnest(d.link_hashes) as h (hash)
        where not exists (select from shared_key x where x.hash = h.hash)) as hashes
      from description d where d.own_merchant_id in (select own_merchant_id from named)
    ),
    said as (
      select id from seed
      union
      select o.id from seed s join description o on o.merchant_id = s.merchant_id and o.active and o.link_hashes && s.hashes
    )
    select r.id as "reportId", r.member_id as "memberId", d.own_merchant_id as "ownMerchantId",
      (select min(c.changed_at) from report_status_change c where c.report_id = r.id and c.to_status = 'ACCEPTED')
        as "acceptedAt"
    from said join report r on r.id = said.id and r.status = 'ACCEPTED'
    join report_version v on v.report_id = r.id and v.version = r.version and v.reason <> 'MERCHANT_IDENTITY_MISUSED'
    join description d on d.id = r.id
    where not exists (select from report_ruling q where q.report_id = r.id and q.lifted_at is null
      and q.value_hashes is null and q.dispute_id <> $2)
    order by r.id`,
};

/** The members $2 are asked to answer the dispute $1 by $3; gives those who were not before, and whether one has left. */
export const ADD_PARTIES: NamedStatement = {
  name: 'dispute.addParties',
  text: `
    insert into dispute_party (dispute_id, member_id, answer_by)
    select $1, member_id, $3 from unnest($2::uuid[]) as member_id order by member_id
    on conflict do nothing returning member_id as "memberId", has_left(member_id) as "hasLeft"`,
};

export const ADD_REPORTS: NamedStatement = {
  name: 'dispute.addReports',
  text: `
    insert into dispute_report (dispute_id, report_id, member_id, own_merchant_id)
    select $1, * from unnest($2::uuid[], $3::uuid[], $4::uuid[]) on conflict do nothing`,
};

export const SELECT_PARTIES: NamedStatement = {
  name: 'dispute.selectParties',
  text: `
    select member_id as "memberId", answer_by as "answerBy", answer, lapsed_at is not null as lapsed
    from dispute_party where dispute_id = $1 order by member_id`,
};

export const SELECT_REPORTS: NamedStatement = {
  name: 'dispute.selectReports',
  text: `
    select x.report_id as "reportId", x.member_id as "memberId", x.own_merchant_id as "ownMerchantId",
      r.status = 'ACCEPTED' as stands
    from dispute_report x join report r on r.id = x.report_id where x.dispute_id = $1 order by x.report_id`,
};

/** The members that are a side of the dispute $1: who filed it for itself, and those that reported. */
export const SELECT_SIDES: NamedStatement = {
  name: 'dispute.selectSides',
  text: `
    select member_id as "memberId" from dispute_filer where dispute_id = $1 and on_behalf_of is null
    union select member_id from dispute_party where dispute_id = $1
    order by 1`,
};

/** Notes at $2 that the dispute $1 is decided for good: on appeal, or by a ruling of $3 or before. Once: then it gives a row. */
export const END_DISPUTE: NamedStatement = {
  name: 'dispute.end',
  text: `
    insert into dispute_end (dispute_id, at)
    select d.id, $2::timestamptz from dispute d
    where d.id = $1 and d.status in ('UPHELD', 'PARTLY_UPHELD', 'REJECTED') and (d.stage = 2 or d.ruled_at <= $3)
    on conflict do nothing returning dispute_id as id`,
};

/** Those who have not answered the dispute $1 by $2 lose. */
export const LAPSE_PARTIES: NamedStatement = {
  name: 'dispute.lapseParties',
  text: `
    update dispute_party set lapsed_at = $2
    where dispute_id = $1 and answer is null and lapsed_at is null and answer_by <= $2
    returning member_id as "memberId"`,
};

export const SET_STATUS: NamedStatement = {
  name: 'dispute.setStatus',
  text: 'update dispute set status = $2, ruled_at = $3 where id = $1',
};

/**
 * Disputes of which something is due at $1, $2 at most: somebody's time to answer is over, or that of all, or nobody has
 * appealed a ruling of $3 or before. Stands on dispute_party_waiting, dispute_running and dispute_decided.
 */
export const SELECT_DUE: NamedStatement = {
  name: 'dispute.selectDue',
  text: `
    (select distinct p.dispute_id as id from dispute_party p
      join dispute d on d.id = p.dispute_id and d.status in ('FILED', 'REVIEW', 'APPEAL')
      where p.answer is null and p.lapsed_at is null and p.answer_by <= $1 limit $2)
    union
    (select d.id from dispute d where d.status = 'FILED' and d.answer_by <= $1
      and not exists (select from dispute_party p where p.dispute_id = d.id and p.answer is null and p.lapsed_at is null
        and p.answer_by > $1) limit $2)
    union
    (select d.id from dispute d where d.status in ('UPHELD', 'PARTLY_UPHELD', 'REJECTED') and d.ruled_at <= $3
      and not exists (select from dispute_end e where e.dispute_id = d.id) limit $2)`,
};

/** Disputes that run, $1 behind the id $2: who has reported meanwhile is asked as well. */
export const SELECT_RUNNING: NamedStatement = {
  name: 'dispute.selectRunning',
  text: `
    select id from dispute where status in ('FILED', 'REVIEW', 'APPEAL') and ($2::uuid is null or id > $2)
    order by id limit $1`,
};
