import { accessRule, type NamedStatement } from '../database/index.js';

/** Whether scope s has the member $1 in its audience: notices are for the member, not for the analysts among its people. */
export const NOTICED = 'n.member_id = $1 and may_see_scope(s, $1, false)';

const COLUMNS = `n.id, n.outcome, m.merchant_view_id as "merchantId", v.content ->> 'reason' as reason,
  n.service_range_ids as "serviceRangeIds", n.indicator_ids as "indicatorIds", n.forwarded, n.raised_at as "raisedAt",
  a.urgency, a.status as "alertStatus"`;

/**
 * Notices with the merchant as their member sees it at the moment $2: of what is listed no more, or held, there is none, also
 * before the notice itself is ended. Stands on notice_newest, merchant_view_member_pkey, merchant_view_pkey and alert_once.
 */
export const VISIBLE_NOTICES = `
  from notice n
  join alert a on a.member_id = n.member_id and a.kind = 'NOTICE' and a.object_id = n.id
  join handling_scope s on s.id = n.handling_scope_id
  join merchant_view_member m on m.own_merchant_id = n.merchant_view_id and m.handling_scope_id = n.handling_scope_id
  join merchant_view v on v.merchant_view_id = m.merchant_view_id and v.handling_scope_id = m.handling_scope_id
    and v.valid_until > $2`;

/** As noticeStatus in notice.repository.ts has it. */
const STATUS = `coalesce(n.outcome, case a.status when 'ACKNOWLEDGED' then 'ACKNOWLEDGED' else 'OPEN' end)`;

const OVERDUE = `coalesce((a.status in ('RAISED', 'DELIVERED') and a.acknowledge_by <= $2)
  or (a.status <> 'CLOSED' and a.act_by <= $2), false)`;

/** The critical ones first, then the newest; behind the place ($6 critical, $7 time, $8 id). */
export const SELECT_NOTICE_PAGE: NamedStatement = {
  name: 'notice.selectPage',
  text: `
    select ${COLUMNS} ${VISIBLE_NOTICES}
    where ${accessRule('notice.page', NOTICED)} and n.ended_at is null
      and ($3::text[] is null or ${STATUS} = any($3))
      and ($4::text[] is null or a.urgency = any($4))
      and ($5::boolean is null or $5 = ${OVERDUE})
      and ($6::boolean is null
        or ((a.urgency = 'CRITICAL'), n.raised_at, n.id) < ($6, $7::timestamptz, $8::uuid))
    order by (a.urgency = 'CRITICAL') desc, n.raised_at desc, n.id desc limit $9`,
};

export const SELECT_NOTICES: NamedStatement = {
  name: 'notice.selectByIds',
  text: `
    select ${COLUMNS} ${VISIBLE_NOTICES}
    where ${accessRule('notice.find', NOTICED)} and n.ended_at is null and n.id = any($3::uuid[])`,
};

/** Keeps a notice as it stands until the transaction ends. */
export const LOCK_NOTICE: NamedStatement = {
  name: 'notice.lockOne',
  text: `select n.id from notice n where ${accessRule('notice.lock', 'n.member_id = $1')} and n.id = $2 and n.ended_at is null for update`,
};

export const SAVE_OUTCOME: NamedStatement = {
  name: 'notice.saveOutcome',
  text: `
    update notice n set outcome = $3
    where ${accessRule('notice.answer', 'n.member_id = $1')} and n.id = $2 and n.ended_at is null`,
};

/** The own member's ranges $2, those removed since as well. */
export const SELECT_MET_RANGES: NamedStatement = {
  name: 'notice.selectMetRanges',
  text: `
    select r.id, r.member_id as "memberId", r.kind, r.value, r.registered_at as "registeredAt"
    from service_range r where ${accessRule('notice.ranges', 'r.member_id = $1')} and r.id = any($2::uuid[])
    order by r.kind, r.value, r.id`,
};

/**
 * Whether the active member $3 may be told of the own notice $2: it is in the audience of what the notice is about. RED is
 * passed on to nobody: that a member may see it would tell whom a report names.
 */
export const SELECT_FORWARDABLE: NamedStatement = {
  name: 'notice.selectForwardable',
  text: `
    select target.id from notice n
    join handling_scope s on s.id = n.handling_scope_id
    join member target on target.id = $3 and target.status = 'ACTIVE' and target.id <> $1
    where ${accessRule('notice.forward', 'n.member_id = $1')} and n.id = $2 and s.tlp <> 'RED'
      and may_see_scope(s, target.id, false)`,
};
