import type { NamedStatement } from '../../database/index.js';

/** The recall that waits longest and is in no other's hands, locked. Stands on recall_unsettled. */
export const LOCK_UNSETTLED: NamedStatement = {
  name: 'recall.lockUnsettled',
  text: `
    select id, handling_scope_id as "handlingScopeId", only_member_id as "onlyMemberId", looked_up_to as "lookedUpTo",
      last_search as "lastSearch",
      pg_snapshot_xmin(pg_current_snapshot())::text::bigint >= planned_before as "allOver"
    from recall where settled_at is null and not (id = any ($1::uuid[]))
    order by withdrawn_at, id limit 1 for update skip locked`,
};

/**
 * The next $4 members behind $3 (in the order of their ids; $2: that one alone) that received something of the recall $1 and
 * are not its recipients yet, each with what it received: what it asked for, and what it was handed of the feed. Of the feed
 * counts what stood when it was read, since the last time that it was withdrawn from the member.
 *
 * Stands on indicator_delivery_pkey, indicator_change_indicator and feed_delivery_pkey.
 */
export const FIND_RECIPIENTS: NamedStatement = {
  name: 'recall.findRecipients',
  text: `
    with received as (
      select d.member_id, d.indicator_id
      from recall_indicator r join indicator_delivery d on d.indicator_id = r.indicator_id
      where r.recall_id = $1
      union
      select f.member_id, e.indicator_id
      from recall_indicator r
      join indicator_change e on e.indicator_id = r.indicator_id and e.kind <> 'REMOVED' and e.sequence < r.place
      join feed_delivery f on f.handling_scope_id = e.handling_scope_id and f.mark < r.place
        and e.sequence between f.from_place and f.to_place
        and (e.only_member_id is null or e.only_member_id = f.member_id)
      where r.recall_id = $1 and not exists (
        select from indicator_change gone
        where gone.indicator_id = e.indicator_id and gone.kind = 'REMOVED' and gone.sequence > e.sequence
          and gone.sequence < r.place and (gone.only_member_id is null or gone.only_member_id = f.member_id))
    )
    select received.member_id as "memberId", m.country, array_agg(received.indicator_id) as "indicatorIds"
    from received join member m on m.id = received.member_id
    where ($2::uuid is null or received.member_id = $2) and ($3::uuid is null or received.member_id > $3)
      and not exists (select from recall_recipient p
        where p.recall_id = $1 and p.member_id = received.member_id and received.indicator_id = any (p.indicator_ids))
    group by received.member_id, m.country
    order by received.member_id limit $4`,
};

/**
 * Which of what members ($2) received of the recall $1 (the indicator of the same place in $3) goes on for them at the moment
 * $4: the value is listed where the member sees it, as the indicator given. Stands on indicator_value.
 */
export const FIND_GOING_ON: NamedStatement = {
  name: 'recall.findGoingOn',
  text: `
    select a.member_id as "memberId", a.indicator_id as "indicatorId", other.id as "goesOnAs"
    from unnest($2::uuid[], $3::uuid[]) as a (member_id, indicator_id)
    join recall_indicator r on r.recall_id = $1 and r.indicator_id = a.indicator_id
    cross join lateral (
      select i.id from indicator i join handling_scope s on s.id = i.handling_scope_id
      where i.value_hash = r.value_hash and i.type = r.type and i.status in ('ACTIVE', 'DISPUTED') and i.valid_until > $4
        and may_see_scope(s, a.member_id, false)
      limit 1
    ) other`,
};

/** What members ($1) received (the indicator of the same place in $2) is theirs no more. */
export const FORGET_DELIVERIES: NamedStatement = {
  name: 'recall.forgetDeliveries',
  text: `
    delete from indicator_delivery d using unnest($1::uuid[], $2::uuid[]) as a (member_id, indicator_id)
    where d.indicator_id = a.indicator_id and d.member_id = a.member_id`,
};

/** What goes on for members ($1) they hold as received (the indicator of the same place in $2) from the moment $3. */
export const CARRY_OVER: NamedStatement = {
  name: 'recall.carryOver',
  text: `
    insert into indicator_delivery (indicator_id, member_id, first_at)
    select distinct a.indicator_id, a.member_id, $3::timestamptz
    from unnest($1::uuid[], $2::uuid[]) as a (member_id, indicator_id)
    order by a.indicator_id, a.member_id
    on conflict do nothing`,
};

/** Members ($3) are recipients of the recall $1 in the scope $2, of the indicators of the same place in $4: an array's text. */
export const INSERT_RECIPIENTS: NamedStatement = {
  name: 'recall.insertRecipients',
  text: `
    insert into recall_recipient as p (recall_id, handling_scope_id, member_id, indicator_ids)
    select $1::uuid, $2::uuid, a.member_id, a.indicator_ids::uuid[]
    from unnest($3::uuid[], $4::text[]) as a (member_id, indicator_ids)
    on conflict (recall_id, member_id) do update set indicator_ids = p.indicator_ids || excluded.indicator_ids`,
};

/** Goes on behind the member $2, or begins anew where it is null ($3 whether everything before was over by then). */
export const MOVE_SEARCH: NamedStatement = {
  name: 'recall.moveSearch',
  text: 'update recall set looked_up_to = $2, last_search = $3 where id = $1',
};

export const SETTLE: NamedStatement = {
  name: 'recall.settle',
  text: 'update recall set settled_at = $2 where id = $1',
};
