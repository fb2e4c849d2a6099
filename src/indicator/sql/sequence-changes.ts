import type { NamedStatement } from '../../database/index.js';

/** Whether any change waits for its place. Stands on waiting_change_pkey. */
export const HAS_WAITING: NamedStatement = {
  name: 'indicator.hasWaiting',
  text: 'select 1 from waiting_change order by change_no limit 1',
};

/**
 * Puts changes that are committed and wait into the feed, at its next places in the order of writing; gives how many. $1
 * the most. Numbers are drawn after the sort: the outer query reads the sorted rows one by one. What is locked is just
 * being replaced, and left to that. By an array, as a join would read all of a table that has just been much fuller.
 * The last place stands in `feed_end` as well, for readers who may see no entry that has it.
 *
 * Stands on waiting_change_pkey.
 */
export const SEQUENCE_CHANGES: NamedStatement = {
  name: 'indicator.sequenceChanges',
  text: `
    with taken as (
      delete from waiting_change
      where change_no = any(array(
        select change_no from waiting_change order by change_no limit $1 for update skip locked))
      returning *
    ),
    placed as (
      insert into indicator_change (sequence, indicator_id, version, kind, handling_scope_id, only_member_id, latest,
        content, changed_at)
      select nextval('indicator_change_sequence'), indicator_id, version, kind, handling_scope_id, only_member_id, true,
        content, changed_at
      from (select * from taken order by change_no) in_order
      returning sequence
    ),
    ended as (
      update feed_end set sequence = last.sequence
      from (select max(sequence) as sequence from placed) last where last.sequence is not null
    )
    select count(*)::integer as placed from placed`,
};
