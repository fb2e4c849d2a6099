import type { NamedStatement } from '../../database/index.js';

/** Whether the feed has changes behind the place of the follower $1. Without a lock. */
export const HAS_NEWS: NamedStatement = {
  name: 'indicator.hasNews',
  text: `
    select 1 from feed_end e left join feed_follower f on f.name = $1
    where e.sequence > coalesce(f.sequence, 0)`,
};

/** The place of the follower $1, its until the transaction ends. */
export const LOCK_PLACE: NamedStatement = {
  name: 'indicator.lockFollowerPlace',
  text: 'select sequence from feed_follower where name = $1 for update',
};

/** Before the first change. Another instance may begin at the same moment: then this waits for it. */
export const BEGIN_FOLLOWING: NamedStatement = {
  name: 'indicator.beginFollowing',
  text: 'insert into feed_follower (name, sequence) values ($1, 0) on conflict (name) do nothing',
};

/**
 * The next $2 changes behind the place $1. Places become visible in their order (feed-sequencer.ts), so that none can come
 * later behind one that is seen. Stands on indicator_change_pkey.
 */
export const SELECT_FOLLOWED: NamedStatement = {
  name: 'indicator.selectFollowed',
  text: `
    select sequence, indicator_id as "indicatorId", version, kind, handling_scope_id as "handlingScopeId",
      only_member_id as "onlyMemberId", changed_at as "changedAt"
    from indicator_change where sequence > $1 order by sequence limit $2`,
};

export const MOVE_PLACE: NamedStatement = {
  name: 'indicator.moveFollowerPlace',
  text: 'update feed_follower set sequence = $2 where name = $1',
};
