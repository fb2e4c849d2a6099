import { accessRule, type NamedStatement } from '../../database/index.js';

/** The opinion of the indicator $2 that the member $1 holds, locked. Stands on opinion_current_key. */
export const LOCK_CURRENT: NamedStatement = {
  name: 'opinion.lockCurrent',
  text: `
    select o.indicator_id as "indicatorId", o.kind, o.note, o.given_at as "givenAt"
    from opinion o
    where ${accessRule('opinion.current', 'o.member_id = $1')} and o.indicator_id = $2 and o.ended_at is null
    for update`,
};

/** Ends the opinion of the indicator $2 that the member $1 holds. */
export const END_CURRENT: NamedStatement = {
  name: 'opinion.endCurrent',
  text: `
    update opinion set ended_at = $3
    where ${accessRule('opinion.end', 'member_id = $1')} and indicator_id = $2 and ended_at is null`,
};

/** As the next version of the member's opinions of the indicator. Stands on opinion_pkey. */
export const INSERT_OPINION: NamedStatement = {
  name: 'opinion.insert',
  text: `
    insert into opinion (indicator_id, member_id, version, kind, note, given_by, given_at)
    select $2, $1, 1 + coalesce(max(o.version), 0), $3, $4, $5, $6 from opinion o
    where ${accessRule('opinion.versions', 'o.member_id = $1')} and o.indicator_id = $2`,
};

/** The opinions of the indicators $2 that the member $1 holds. */
export const SELECT_OWN: NamedStatement = {
  name: 'opinion.selectOwn',
  text: `
    select o.indicator_id as "indicatorId", o.kind, o.note, o.given_at as "givenAt"
    from opinion o
    where ${accessRule('opinion.own', 'o.member_id = $1')} and o.indicator_id = any($2::uuid[]) and o.ended_at is null`,
};

/** What may be told of the opinions of the indicators $3, as far as the reader $1 (an analyst: $2) sees them. */
export const SELECT_BANDS: NamedStatement = {
  name: 'opinion.selectBands',
  text: `
    select t.indicator_id as "indicatorId", t.confirmed as "CONFIRMED", t.seen_too as "SEEN_TOO", t.outdated as "OUTDATED",
      t.false_positive as "FALSE_POSITIVE"
    from opinion_tally t
    join indicator i on i.id = t.indicator_id
    join handling_scope s on s.id = i.handling_scope_id
    where ${accessRule('opinion.bands', 'may_see_scope(s, $1, $2)')} and t.indicator_id = any($3::uuid[])`,
};

/** Makes sure that there is a tally of each of the indicators $1, and locks them in the order of their ids. */
export const LOCK_TALLIES: NamedStatement = {
  name: 'opinion.lockTallies',
  text: `
    insert into opinion_tally (indicator_id, confirmed, seen_too, outdated, false_positive, challenged)
    select id, 'UNDER_THREE', 'UNDER_THREE', 'UNDER_THREE', 'UNDER_THREE', false from unnest($1::uuid[]) id order by id
    on conflict (indicator_id) do update set challenged = opinion_tally.challenged
    returning indicator_id as "indicatorId", challenged`,
};

/** All opinions of the indicators $1 that hold and whose members are active, with the merchant and the handle of each indicator. */
export const SELECT_HELD_OPINIONS: NamedStatement = {
  name: 'opinion.selectHeld',
  text: `
    select i.id as "indicatorId", i.merchant_id as "merchantId", i.merchant_view_id as "merchantViewId",
      (select coalesce(jsonb_agg(jsonb_build_object('memberId', o.member_id, 'kind', o.kind)), '[]')
       from opinion o join member m on m.id = o.member_id and m.status = 'ACTIVE'
       where o.indicator_id = i.id and o.ended_at is null) as opinions
    from indicator i where i.id = any($1::uuid[])`,
};

/** Indicators of which the member $1 holds an opinion, $3 behind the id $2. Stands on opinion_member. */
export const SELECT_JUDGED_BY: NamedStatement = {
  name: 'opinion.selectJudgedBy',
  text: `
    select indicator_id as "indicatorId" from opinion
    where member_id = $1 and ended_at is null and ($2::uuid is null or indicator_id > $2)
    order by indicator_id limit $3`,
};

export const UPDATE_TALLY: NamedStatement = {
  name: 'opinion.updateTally',
  text: `
    update opinion_tally set confirmed = $2, seen_too = $3, outdated = $4, false_positive = $5, challenged = $6
    where indicator_id = $1`,
};
