import { accessRule, type NamedStatement } from '../database/index.js';

const COLUMNS = `a.id, a.member_id as "memberId", a.kind, a.object_id as "objectId", a.urgency, a.status,
  a.raised_at as "raisedAt", a.acknowledge_by as "acknowledgeBy", a.act_by as "actBy", a.delivered_at as "deliveredAt",
  a.acknowledged_at as "acknowledgedAt", a.closed_at as "closedAt", a.escalated_at as "escalatedAt"`;

/** What is late at the moment `now`: see overdue.ts, which says the same. */
const overdueAt = (
  now: string,
): string => `((a.status in ('RAISED', 'DELIVERED') and a.acknowledge_by <= ${now})
  or (a.status <> 'CLOSED' and a.act_by <= ${now}))`;

/** Raises alerts, each once for its member, kind and object: one that is there stays as it is. Stands on alert_once. */
export const RAISE_ALERTS: NamedStatement = {
  name: 'alert.raise',
  text: `
    insert into alert (id, member_id, kind, object_id, urgency, status, raised_at, acknowledge_by, act_by)
    select row.id, row.member_id, row.kind, row.object_id, row.urgency, 'RAISED', $8, row.acknowledge_by, row.act_by
    from unnest($1::uuid[], $2::uuid[], $3::text[], $4::uuid[], $5::text[], $6::timestamptz[], $7::timestamptz[])
      as row (id, member_id, kind, object_id, urgency, acknowledge_by, act_by)
    order by row.member_id, row.kind, row.object_id
    on conflict (member_id, kind, object_id) do nothing
    returning id, member_id as "memberId", object_id as "objectId"`,
};

/** Makes what tells of the objects $2 of the kind $1 critical, closed or not; gives what was not. Stands on alert_object. */
export const HEIGHTEN_ALERTS: NamedStatement = {
  name: 'alert.heighten',
  text: `
    update alert set urgency = 'CRITICAL'
    where kind = $1 and object_id = any($2::uuid[]) and urgency <> 'CRITICAL'
    returning id, member_id as "memberId", object_id as "objectId", status`,
};

/** Closes what tells of the objects $2 of the kind $1, of the member $3 or of all; gives it. Stands on alert_object. */
export const CLOSE_ALERTS: NamedStatement = {
  name: 'alert.close',
  text: `
    update alert set status = 'CLOSED', closed_at = $4
    where kind = $1 and object_id = any($2::uuid[]) and ($3::uuid is null or member_id = $3) and status <> 'CLOSED'
    returning id, member_id as "memberId", object_id as "objectId"`,
};

/**
 * The critical ones first, then the newest: of the member $1, behind the place ($6 critical, $7 time, $8 id). Stands on
 * alert_newest.
 */
export const SELECT_ALERT_PAGE: NamedStatement = {
  name: 'alert.selectPage',
  text: `
    select ${COLUMNS} from alert a
    where ${accessRule('alert.page', 'a.member_id = $1')}
      and ($2::text[] is null or a.status = any($2))
      and ($3::text[] is null or a.kind = any($3))
      and ($4::text[] is null or a.urgency = any($4))
      and ($5::boolean is null or $5 = coalesce(${overdueAt('$9::timestamptz')}, false))
      and ($6::boolean is null
        or ((a.urgency = 'CRITICAL'), a.raised_at, a.id) < ($6, $7::timestamptz, $8::uuid))
    order by (a.urgency = 'CRITICAL') desc, a.raised_at desc, a.id desc limit $10`,
};

export const SELECT_ALERT: NamedStatement = {
  name: 'alert.selectOne',
  text: `select ${COLUMNS} from alert a where ${accessRule('alert.find', 'a.member_id = $1')} and a.id = $2`,
};

export const LOCK_ALERT: NamedStatement = {
  name: 'alert.lockOne',
  text: `select ${COLUMNS} from alert a where ${accessRule('alert.lock', 'a.member_id = $1')} and a.id = $2 for update`,
};

/** What tells the member $1 of the objects $3 of the kind $2. Stands on alert_once. */
export const SELECT_ALERTS_ABOUT: NamedStatement = {
  name: 'alert.selectAbout',
  text: `
    select ${COLUMNS} from alert a
    where ${accessRule('alert.about', 'a.member_id = $1')} and a.kind = $2 and a.object_id = any($3::uuid[])`,
};

/** Notes that the alerts $2 of the member $1 were handed out, where it was not noted before. */
export const DELIVER_ALERTS: NamedStatement = {
  name: 'alert.deliver',
  text: `
    update alert a set status = 'DELIVERED', delivered_at = $3
    where ${accessRule('alert.deliver', 'a.member_id = $1')} and a.id = any($2::uuid[]) and a.status = 'RAISED'`,
};

export const ACKNOWLEDGE_ALERT: NamedStatement = {
  name: 'alert.acknowledge',
  text: `
    update alert a set status = 'ACKNOWLEDGED', acknowledged_at = $3, acknowledged_by = $4
    where ${accessRule('alert.acknowledge', 'a.member_id = $1')} and a.id = $2`,
};

/**
 * Notes of alerts that are late at $1 that they are put before the analysts, $2 at most; gives them. Those in another
 * instance's hands are left to it. Stands on alert_to_acknowledge and alert_to_act.
 */
export const ESCALATE_ALERTS: NamedStatement = {
  name: 'alert.escalate',
  text: `
    with unread as materialized (
      select id from alert where status in ('RAISED', 'DELIVERED') and escalated_at is null and acknowledge_by <= $1
      order by acknowledge_by limit $2 for update skip locked
    ),
    undone as materialized (
      select id from alert where status <> 'CLOSED' and escalated_at is null and act_by <= $1
      order by act_by limit $2 for update skip locked
    )
    update alert a set escalated_at = $1
    from (select id from unread union select id from undone limit $2) late where a.id = late.id
    returning a.id, a.member_id as "memberId"`,
};

/** What members let lie, counted by member and kind: the critical first, then those that wait longest; $2 groups at most. */
export const SELECT_ESCALATED: NamedStatement = {
  name: 'alert.selectEscalated',
  text: `
    select a.member_id as "memberId", m.name as "memberName", a.kind, a.urgency, count(*)::int as count,
      min(a.escalated_at) as since
    from alert a join member m on m.id = a.member_id
    where ${accessRule('alert.escalated', '$1::boolean')} and a.escalated_at is not null and a.status <> 'CLOSED'
    group by a.member_id, m.name, a.kind, a.urgency
    order by (a.urgency = 'CRITICAL') desc, since, a.member_id, a.kind limit $2`,
};
