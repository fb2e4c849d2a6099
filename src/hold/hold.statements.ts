import { accessRule, type NamedStatement } from '../database/index.js';
import { openToAnalyst } from '../merchant/index.js';

const COLUMNS = `h.id, h.member_id as "memberId", h.placed_by as "placedBy", h.status, h.reason, h.subject,
  h.placed_at as "placedAt", h.until`;

/** Whose holds the actor of the member $1 sees: every one as an analyst ($2), else those that its member asked for. */
const CONCERNED = '$2 or h.member_id = $1';

export const SELECT_HOLD: NamedStatement = {
  name: 'hold.selectOne',
  text: `select ${COLUMNS} from hold h where h.id = $3 and ${accessRule('hold.find', CONCERNED)}`,
};

/** The same, locked until the transaction ends, with what the approval of its release is given to, and by whom not. */
export const LOCK_HOLD: NamedStatement = {
  name: 'hold.lockOne',
  text: `
    select ${COLUMNS}, hold_release_digest(h) as digest, hold_reporters(h.id) as reporters
    from hold h where h.id = $3 and ${accessRule('hold.lock', CONCERNED)} for update`,
};

/** Newest first. Stands on hold_newest, for a liaison on hold_member. */
export const SELECT_HOLD_PAGE: NamedStatement = {
  name: 'hold.selectPage',
  text: `
    select ${COLUMNS} from hold h
    where ${accessRule('hold.page', CONCERNED)}
      and ($3::text[] is null or h.status = any($3))
      and ($4::timestamptz is null or (h.placed_at, h.id) < ($4, $5::uuid))
    order by h.placed_at desc, h.id desc limit $6`,
};

/** The steps of the holds $3, oldest first. Stands on hold_step_hold. */
export const SELECT_STEPS: NamedStatement = {
  name: 'hold.selectSteps',
  text: `
    select s.hold_id as "holdId", s.to_status as status, s.until, s.reason, s.at
    from hold_step s join hold h on h.id = s.hold_id
    where ${accessRule('hold.steps', CONCERNED)} and s.hold_id = any($3::uuid[]) order by s.id`,
};

export const INSERT_HOLD: NamedStatement = {
  name: 'hold.insert',
  text: `
    insert into hold (id, member_id, placed_by, by_liaison, status, reason, subject, placed_at, until, version)
    values ($1, $2, $3, $4, 'REQUESTED', $5, $6, $7, $8, 1)`,
};

export const INSERT_KEYS: NamedStatement = {
  name: 'hold.insertKeys',
  text: 'insert into hold_key (hash, hold_id) select unnest($2::bytea[]), $1::uuid',
};

/** Of the descriptions of a merchant that an analyst named. */
export const INSERT_NAMED: NamedStatement = {
  name: 'hold.insertNamed',
  text: 'insert into hold_coverage (hold_id, description_id, named) select $1::uuid, unnest($2::uuid[]), true',
};

export const INSERT_STEPS: NamedStatement = {
  name: 'hold.insertSteps',
  text: `
    insert into hold_step (hold_id, from_status, to_status, until, reason, changed_by, at)
    select step.hold_id, $2, $3, step.until, $5, $6, $7 from unnest($1::uuid[], $4::timestamptz[]) as step (hold_id, until)`,
};

export const CHANGE_HOLD: NamedStatement = {
  name: 'hold.change',
  text: 'update hold set status = $2, until = $3 where id = $1',
};

/** Puts holds whose term is over by $1 into review, $2 at most; those in another instance's hands are left to it. */
export const END_TERMS: NamedStatement = {
  name: 'hold.endTerms',
  text: `
    with due as (
      select id from hold where status = 'ACTIVE' and until <= $1 order by until limit $2 for update skip locked
    )
    update hold h set status = 'REVIEW' from due where h.id = due.id returning h.id, h.until`,
};

/** What stands in the merchant $2, by any id that it has or had: for analysts ($1) alone. Stands on description_merchant. */
export const SELECT_DESCRIBED: NamedStatement = {
  name: 'hold.selectDescribed',
  text: `
    select d.id, d.content -> 'identifiers' as identifiers
    from description own join description d on d.merchant_id = own.merchant_id
    where ${accessRule('hold.described', `$1::boolean and ${openToAnalyst('d.id')}`)} and own.own_merchant_id = $2 and d.active order by d.id`,
};

/**
 * The merchants that the hold $2 covers now, with how many reports of each it covers: for analysts ($1) alone. What it
 * covered once and no longer holds any of its values does not count.
 */
export const SELECT_COVERED: NamedStatement = {
  name: 'hold.selectCovered',
  text: `
    select d.merchant_id as "merchantId", count(*)::int as reports
    from hold_coverage c join description d on d.id = c.description_id
    where ${accessRule('hold.covered', `$1::boolean and ${openToAnalyst('d.id')}`)} and c.hold_id = $2 and d.active
      and (c.named or d.link_hashes && array(select k.hash from hold_key k where k.hold_id = $2))
    group by d.merchant_id order by reports desc, d.merchant_id`,
};
