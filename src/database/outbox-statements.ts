import type { NamedStatement } from './statement.js';

/** All of them stand on the index outbox_due (topic, next_attempt_at, id). */

/** Whether anything of a topic is due. Without locks: what another process has in hand counts. */
export const OUTBOX_IS_DUE: NamedStatement = {
  name: 'outbox.isDue',
  text: 'select 1 from outbox where topic = $1 and next_attempt_at <= now() limit 1',
};

/**
 * Takes the oldest due events that no other process has in hand, until the transaction ends. They are found in the order
 * of the index, for what is behind them may be much, and given in the order of their ids.
 */
export const OUTBOX_CLAIM: NamedStatement = {
  name: 'outbox.claim',
  text: `with due as materialized (
           select id, payload, created_at, attempts from outbox
           where topic = $1 and next_attempt_at <= now()
           order by next_attempt_at, id limit $2 for update skip locked
         )
         select id, payload, created_at as "createdAt", attempts from due order by id`,
};

/** Takes one event, if it is still there, due, and in nobody's hand. */
export const OUTBOX_CLAIM_ONE: NamedStatement = {
  name: 'outbox.claimOne',
  text: `select id, payload, created_at as "createdAt", attempts from outbox
         where id = $1 and next_attempt_at <= now()
         for update skip locked`,
};

export const OUTBOX_REMOVE: NamedStatement = {
  name: 'outbox.remove',
  text: 'delete from outbox where id = any($1::bigint[])',
};

/** Puts off an event that failed alone: one second, then twice as long each time, up to $3 seconds. */
export const OUTBOX_PUT_OFF: NamedStatement = {
  name: 'outbox.putOff',
  text: `update outbox set attempts = attempts + 1, last_error = $2,
           next_attempt_at = now() + least(2 ^ least(attempts, 20), $3) * interval '1 second'
         where id = $1`,
};

/** Topics that have something due, with how much. For waiting in tests and for saying what is left. */
export const OUTBOX_DUE_TOPICS: NamedStatement = {
  name: 'outbox.dueTopics',
  text: `select topic, count(*)::int as count from outbox
         where topic = any($1::text[]) and next_attempt_at <= now() group by topic order by topic`,
};
