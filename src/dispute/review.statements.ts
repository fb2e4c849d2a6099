import { accessRule, type NamedStatement } from '../database/index.js';
import { openToAnalyst } from '../merchant/index.js';
import { isInCare } from './in-care.js';

/** Whether the reader (member $1, person $2, an analyst: $3) has no other part in the dispute, and may decide it. */
const REVIEWER = (dispute: string): string =>
  `$3::boolean and not dispute_excluded(${dispute}) && array[$1::uuid, $2::uuid]`;

/** How those who reported answered the dispute $4, in the order of their answers; with the reports that the reader may see. */
export const SELECT_ANSWERS: NamedStatement = {
  name: 'dispute.selectAnswers',
  text: `
    select p.answer, p.statement, p.answered_at as "answeredAt", p.lapsed_at as "lapsedAt",
      p.answer is null and p.lapsed_at is null and ${isInCare('p')} as "inCare",
      array(select x.report_id from dispute_report x join report r on r.id = x.report_id
        where ${accessRule('dispute.answered-reports', openToAnalyst('r.id'))} and x.dispute_id = p.dispute_id and x.member_id = p.member_id order by x.report_id) as "reportIds"
    from dispute_party p
    where ${accessRule('dispute.answers', REVIEWER('p.dispute_id'))} and p.dispute_id = $4
    order by p.answered_at, p.member_id`,
};

/** Stands by what members that have left had reported, at $6, in the words $5: for those whose time to answer goes on. */
export const ANSWER_IN_CARE: NamedStatement = {
  name: 'dispute.answerInCare',
  text: `
    update dispute_party p set answer = 'STAND_BY', statement = $5, answered_by = $2, answered_at = $6
    where ${accessRule('dispute.care', `${REVIEWER('p.dispute_id')} and ${isInCare('p')}`)} and p.dispute_id = $4
      and p.answer is null and p.lapsed_at is null and p.answer_by > $6
    returning p.member_id as "memberId"`,
};

const RULING = `r.id, r.dispute_id as "disputeId", r.stage, r.outcome, r.reason, r.proposed_by as "proposedBy",
  r.proposed_at as "proposedAt",
  case when r.value_hashes is null then null
    else array(select encode(hash, 'hex') from unnest(r.value_hashes) as hash) end as "valueHashes",
  dispute_ruling_digest(r) as digest, dispute_ruling_approvals(r) as "approvals",
  dispute_excluded(r.dispute_id) as excluded`;

export const SELECT_RULINGS: NamedStatement = {
  name: 'dispute.selectRulings',
  text: `
    select ${RULING} from dispute_ruling r
    where ${accessRule('dispute.rulings', REVIEWER('r.dispute_id'))} and r.dispute_id = $4 order by r.proposed_at, r.id`,
};

export const SELECT_RULING: NamedStatement = {
  name: 'dispute.selectRuling',
  text: `
    select ${RULING} from dispute_ruling r
    where ${accessRule('dispute.ruling', REVIEWER('r.dispute_id'))} and r.id = $4`,
};

export const INSERT_RULING: NamedStatement = {
  name: 'dispute.insertRuling',
  text: `
    insert into dispute_ruling (id, dispute_id, stage, outcome, value_hashes, reason, proposed_by, proposed_member, proposed_at)
    values ($1, $2, $3, $4, $5::bytea[], $6, $7, $8, $9)`,
};

export const SELECT_APPEAL: NamedStatement = {
  name: 'dispute.selectAppeal',
  text: `
    select a.statement from dispute_appeal a
    where ${accessRule('dispute.appeal', REVIEWER('a.dispute_id'))} and a.dispute_id = $4`,
};

/** The values of the indicators $5 that are listed of the merchant that the dispute $4 is about, as the reviewer sees it. */
export const SELECT_VALUES: NamedStatement = {
  name: 'dispute.selectValues',
  text: `
    select i.id, encode(i.value_hash, 'hex') as hash
    from indicator i join handling_scope s on s.id = i.handling_scope_id
    where ${accessRule('dispute.values', 'may_see_scope(s, $1, $3)')} and $2::uuid is not null and i.id = any($5::uuid[])
      and i.status in ('ACTIVE', 'DISPUTED')
      and exists (select from dispute d where d.id = $4 and i.merchant_view_id = any(d.handles))`,
};

export const PUT_IN_FORCE: NamedStatement = {
  name: 'dispute.putInForce',
  text: 'update dispute set status = $2, ruling_id = $3, ruled_at = $4 where id = $1',
};
