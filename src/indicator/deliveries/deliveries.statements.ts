import type { NamedStatement } from '../../database/index.js';

/** Notes that the member $1 received the indicators $2 at $3. In order, so that no two wait for each other. */
export const NOTE_RECEIVED: NamedStatement = {
  name: 'indicator.noteReceived',
  text: `
    insert into indicator_delivery (indicator_id, member_id, first_at)
    select i.id, $1::uuid, $3 from indicator i join handling_scope s on s.id = i.handling_scope_id
    where i.id = any($2::uuid[]) and may_see_scope(s, $1, false)
    order by i.id
    on conflict do nothing`,
};

/** The same of what is listed under the handles $2. Stands on indicator_identity_key. */
export const NOTE_RECEIVED_UNDER: NamedStatement = {
  name: 'indicator.noteReceivedUnder',
  text: `
    insert into indicator_delivery (indicator_id, member_id, first_at)
    select i.id, $1::uuid, $3 from indicator i join handling_scope s on s.id = i.handling_scope_id
    where i.merchant_view_id = any($2::uuid[]) and i.status in ('ACTIVE', 'DISPUTED') and may_see_scope(s, $1, false)
    order by i.id
    on conflict do nothing`,
};

/** Gives the transaction a number: from then on it is one that others see as under way. */
export const BEGIN_NOTING: NamedStatement = {
  name: 'indicator.beginNoting',
  text: 'select pg_current_xact_id()',
};

/**
 * Notes that the member $1 was handed, of each scope of $2, what stood from the place $3 to $4 when $5 was the last one. What
 * is covered was handed out before, and earlier: nothing is to be noted.
 */
export const NOTE_FED: NamedStatement = {
  name: 'indicator.noteFed',
  text: `
    insert into feed_delivery (handling_scope_id, member_id, from_place, to_place, mark)
    select s.id, $1::uuid, $3, $4, $5 from handling_scope s
    where s.id = any($2::uuid[]) and may_see_scope(s, $1, false)
      and not exists (select from feed_delivery f
        where f.handling_scope_id = s.id and f.member_id = $1 and f.from_place <= $3 and f.to_place >= $4)
    on conflict do nothing`,
};
