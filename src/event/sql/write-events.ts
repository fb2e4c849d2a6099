import type { NamedStatement } from '../../database/index.js';

/** Events of the members $1, of the kinds $2, about the objects $3, at the moment $4; in the order given. */
export const INSERT_EVENTS: NamedStatement = {
  name: 'event.insertAll',
  text: `
    insert into waiting_member_event (id, member_id, kind, object_id, at)
    select gen_random_uuid(), row.member_id, row.kind, row.object_id, $4
    from unnest($1::uuid[], $2::text[], $3::uuid[]) with ordinality as row (member_id, kind, object_id, no)
    order by row.no`,
};

/** Whether any event waits for its place. Stands on waiting_member_event_pkey. */
export const HAS_WAITING: NamedStatement = {
  name: 'event.hasWaiting',
  text: 'select 1 from waiting_member_event order by event_no limit 1',
};

/**
 * Puts events that are committed and wait at the next places in the order of writing, $1 at most; gives how many. As the
 * feed's (indicator/sql/sequence-changes.ts). Stands on waiting_member_event_pkey.
 */
export const SEQUENCE_EVENTS: NamedStatement = {
  name: 'event.sequence',
  text: `
    with taken as (
      delete from waiting_member_event
      where event_no = any(array(
        select event_no from waiting_member_event order by event_no limit $1 for update skip locked))
      returning *
    ),
    placed as (
      insert into member_event (sequence, id, member_id, kind, object_id, at)
      select nextval('member_event_sequence'), id, member_id, kind, object_id, at
      from (select * from taken order by event_no) in_order
      returning sequence
    ),
    ended as (
      update member_event_end set sequence = last.sequence
      from (select max(sequence) as sequence from placed) last where last.sequence is not null
    )
    select count(*)::integer as placed from placed`,
};

/**
 * Deletes events from before the moment $1, in the order of their places, $2 at most, and notes from which place on they are
 * kept; gives how many. One transaction, so no reader finds a gap that it is not told of. Stands on member_event_pkey.
 */
export const DELETE_OLD_EVENTS: NamedStatement = {
  name: 'event.deleteOld',
  text: `
    with oldest as materialized (select sequence, at from member_event order by sequence limit $2),
    kept as materialized (
      select coalesce(min(sequence) filter (where at >= $1), max(sequence) + 1) as kept_from from oldest
    ),
    gone as (
      delete from member_event e using kept where e.sequence < kept.kept_from returning e.sequence
    ),
    noted as (
      update member_event_end m set kept_from = kept.kept_from from kept where kept.kept_from > m.kept_from
    )
    select count(*)::integer as deleted from gone`,
};
