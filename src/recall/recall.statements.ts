import { accessRule, type NamedStatement } from '../database/index.js';

const COLUMNS = `r.id, r.merchant_view_id as "merchantViewId", r.reason, r.withdrawn_at as "withdrawnAt"`;

/** Whether the member $1 is the recipient p. */
const RECEIVED = 'p.member_id = $1';

/** Recalls of what the member $1 received, newest first; $2 only those that are open, or only others. */
export const SELECT_RECALL_PAGE: NamedStatement = {
  name: 'recall.selectPage',
  text: `
    select ${COLUMNS}
    from recall_recipient p join recall r on r.id = p.recall_id
    join alert a on a.kind = 'RECALL' and a.object_id = r.id and a.member_id = p.member_id
    where ${accessRule('recall.page', RECEIVED)}
      and ($2::boolean is null or $2 = (a.status <> 'CLOSED'))
      and ($3::timestamptz is null or (r.withdrawn_at, r.id) < ($3, $4::uuid))
    order by r.withdrawn_at desc, r.id desc limit $5`,
};

/** The recalls $2, as far as the member $1 received of them. Stands on recall_recipient_pkey. */
export const SELECT_RECALLS: NamedStatement = {
  name: 'recall.selectSome',
  text: `
    select ${COLUMNS} from recall_recipient p join recall r on r.id = p.recall_id
    where ${accessRule('recall.find', RECEIVED)} and r.id = any ($2::uuid[])`,
};

/** What the member $1 received of the recall $2, in the order of ids, behind $3. Stands on recall_indicator_pkey. */
export const SELECT_RECALLED: NamedStatement = {
  name: 'recall.selectRecalled',
  text: `
    select i.indicator_id as "indicatorId", i.type, i.scope, i.display
    from recall_recipient p join recall_indicator i on i.recall_id = p.recall_id and i.indicator_id = any (p.indicator_ids)
    where ${accessRule('recall.indicators', RECEIVED)} and p.recall_id = $2
      and ($3::uuid is null or i.indicator_id > $3)
    order by i.indicator_id limit $4`,
};

/** Whether an analyst ($2) of the member $1 sees the scope s. */
const OVERSEEN = '$2::boolean and may_see_scope(s, $1, $2)';

const PROGRESS = `r.id, r.reason, r.withdrawn_at as "withdrawnAt", r.settled_at is not null as settled,
  count(*)::int as recipients, (count(*) filter (where a.delivered_at is not null))::int as delivered,
  (count(*) filter (where a.acknowledged_at is not null))::int as acknowledged,
  (count(*) filter (where a.status in ('RAISED', 'DELIVERED') and a.acknowledge_by <= $3
    or a.status <> 'CLOSED' and a.act_by <= $3))::int as overdue`;

/** How far the recall $4 is at the moment $3. Only of one that had recipients. */
export const SELECT_PROGRESS: NamedStatement = {
  name: 'recall.selectProgress',
  text: `
    select ${PROGRESS}
    from recall r join handling_scope s on s.id = r.handling_scope_id
    join recall_recipient p on p.recall_id = r.id
    join alert a on a.kind = 'RECALL' and a.object_id = r.id and a.member_id = p.member_id
    where ${accessRule('recall.progress', OVERSEEN)} and r.id = $4
    group by r.id`,
};

/**
 * The same of recalls that somebody has still to acknowledge, oldest first, behind the place ($4 time, $5 id). Only those of the
 * page are counted. Stands on alert_recall_unread.
 */
export const SELECT_OPEN_PROGRESS: NamedStatement = {
  name: 'recall.selectOpenProgress',
  text: `
    select ${PROGRESS}
    from (
      select r.id, r.reason, r.withdrawn_at, r.settled_at
      from recall r join handling_scope s on s.id = r.handling_scope_id
      where ${accessRule('recall.open', OVERSEEN)}
        and r.id in (select a.object_id from alert a where a.kind = 'RECALL' and a.acknowledged_at is null)
        and ($4::timestamptz is null or (r.withdrawn_at, r.id) > ($4, $5::uuid))
      order by r.withdrawn_at, r.id limit $6
    ) r
    join recall_recipient p on p.recall_id = r.id
    join alert a on a.kind = 'RECALL' and a.object_id = r.id and a.member_id = p.member_id
    group by r.id, r.reason, r.withdrawn_at, r.settled_at
    order by r.withdrawn_at, r.id`,
};

/** Recipients of the recall $3 that have not acknowledged, the longest due first, behind the place ($4 time, $5 member). */
export const SELECT_WAITING: NamedStatement = {
  name: 'recall.selectWaiting',
  text: `
    select p.member_id as "memberId", m.name as "memberName", a.delivered_at as "deliveredAt",
      a.acknowledge_by as "acknowledgeBy"
    from recall r join handling_scope s on s.id = r.handling_scope_id
    join recall_recipient p on p.recall_id = r.id join member m on m.id = p.member_id
    join alert a on a.kind = 'RECALL' and a.object_id = r.id and a.member_id = p.member_id
    where ${accessRule('recall.waiting', OVERSEEN)} and r.id = $3 and a.acknowledged_at is null
      and ($4::timestamptz is null or (a.acknowledge_by, p.member_id) > ($4, $5::uuid))
    order by a.acknowledge_by, p.member_id limit $6`,
};
