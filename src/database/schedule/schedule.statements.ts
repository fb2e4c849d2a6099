import type { NamedStatement } from '../statement.js';

/**
 * Takes the work $1 of the day $2 at the moment $3, where nobody has, or nobody has said since $4 that it is alive. Gives the
 * place that it got to. What is in hand or done it only reads: it is asked each minute, by every instance.
 */
export const CLAIM_RUN: NamedStatement = {
  name: 'schedule.claim',
  text: `
    insert into schedule_run as r (name, day, alive_at)
    select $1, $2::date, $3 where not exists (
      select from schedule_run t where t.name = $1 and t.day = $2::date and (t.finished_at is not null or t.alive_at > $4))
    on conflict (name, day) do update set alive_at = excluded.alive_at
      where r.finished_at is null and r.alive_at <= $4
    returning place`,
};

/** The work $1 of the day $2 got to the place $3 at the moment $4. */
export const MOVE_RUN: NamedStatement = {
  name: 'schedule.move',
  text: 'update schedule_run set place = $3, alive_at = $4 where name = $1 and day = $2::date',
};

export const FINISH_RUN: NamedStatement = {
  name: 'schedule.finish',
  text: 'update schedule_run set place = null, alive_at = $3, finished_at = $3 where name = $1 and day = $2::date',
};

/** Forgets the runs of the work $1 before the day $2. */
export const FORGET_RUNS: NamedStatement = {
  name: 'schedule.forget',
  text: 'delete from schedule_run where name = $1 and day < $2::date',
};
