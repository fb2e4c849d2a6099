import type { NamedStatement } from '../../database/index.js';

/** Whether any change waits for its place. Stands on indicator_change_unsequenced, which holds nothing else. */
export const HAS_UNSEQUENCED: NamedStatement = {
  name: 'indicator.hasUnsequenced',
  text: 'select 1 from indicator_change where sequence is null limit 1',
};

/** Makes this transaction the one sequencer until it ends, unless another one is. $1 the lock's number. */
export const BECOME_SEQUENCER: NamedStatement = {
  name: 'indicator.becomeSequencer',
  text: 'select pg_try_advisory_xact_lock($1) as "isSequencer"',
};

/**
 * Gives the next places of the feed to changes that are committed and have none, in the order of writing. $1 the most.
 * Numbers are drawn after the sort: the outer query reads the sorted rows one by one.
 *
 * Stands on indicator_change_unsequenced.
 */
export const SEQUENCE_CHANGES: NamedStatement = {
  name: 'indicator.sequenceChanges',
  text: `
    with waiting as materialized (
      select change_no from indicator_change where sequence is null order by change_no limit $1
    ), numbered as materialized (
      select change_no, nextval('indicator_change_sequence') as sequence from waiting
    )
    update indicator_change c set sequence = n.sequence from numbered n where c.change_no = n.change_no
    returning c.change_no`,
};
