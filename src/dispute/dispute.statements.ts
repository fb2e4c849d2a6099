import { accessRule, type NamedStatement } from '../database/index.js';

/** The part that the reader (member $1, person or machine $2, an analyst: $3) has in the dispute d. */
const FILER = `exists (select from dispute_filer f where f.dispute_id = d.id and f.member_id = $1
  and (f.on_behalf_of is null or f.filed_by = $2))`;
/** Of those who reported, or who answered for one that has left. */
const REPORTER =
  'exists (select from dispute_party p where p.dispute_id = d.id and (p.member_id = $1 or p.answered_by = $2))';
const REVIEWER = '$3::boolean and not dispute_excluded(d.id) && array[$1::uuid, $2::uuid]';
const PART = `case when ${FILER} then 'FILER' when ${REPORTER} then 'REPORTER' else 'REVIEWER' end`;
const CONCERNED = `${FILER} or ${REPORTER} or (${REVIEWER})`;

/** Of what another part would tell, the row policies leave null. */
const COLUMNS = `d.id, ${PART} as part, d.handles, d.grounds, d.statement, d.status, d.stage, d.filed_at as "filedAt",
  coalesce(own.answer_by, d.answer_by) as "answerBy", d.ruled_at as "ruledAt", r.reason as "rulingReason",
  shown.member_id as "filedByMemberId", shown.own_reference as "ownReference", shown.on_behalf_of as "onBehalfOf",
  own.answer, own.statement as "answerStatement", own.answered_at as "answeredAt", own.lapsed_at as "lapsedAt",
  array(select x.report_id from dispute_report x where x.dispute_id = d.id and x.member_id = $1 order by x.report_id)
    as "ownReportIds"`;

const FROM = `dispute d
  left join dispute_ruling r on r.id = d.ruling_id
  left join lateral (
    select * from dispute_party p where p.dispute_id = d.id and (p.member_id = $1 or p.answered_by = $2)
    order by p.member_id limit 1
  ) own on true
  left join lateral (
    select f.member_id, case when ${PART} = 'REPORTER' then null else f.own_reference end as own_reference,
      case when ${PART} = 'REPORTER' then null else f.on_behalf_of end as on_behalf_of
    from dispute_filer f
    where f.dispute_id = d.id and (${PART} <> 'REPORTER' or f.disclosed)
  ) shown on true`;

export const SELECT_DISPUTE: NamedStatement = {
  name: 'dispute.selectOne',
  text: `select ${COLUMNS} from ${FROM} where ${accessRule('dispute.find', CONCERNED)} and d.id = $4`,
};

/** Newest first; $4 only those in which the reader has these parts, $5 of these statuses; behind $6, $7. */
export const SELECT_DISPUTE_PAGE: NamedStatement = {
  name: 'dispute.selectPage',
  text: `
    select ${COLUMNS} from ${FROM}
    where ${accessRule('dispute.page', CONCERNED)}
      and ($4::text[] is null or ${PART} = any($4))
      and ($5::text[] is null or d.status = any($5))
      and ($6::timestamptz is null or (d.filed_at, d.id) < ($6, $7::uuid))
    order by d.filed_at desc, d.id desc limit $8`,
};

/** The ones that tell of alerts: by ids $4. */
export const SELECT_DISPUTES: NamedStatement = {
  name: 'dispute.selectMany',
  text: `select ${COLUMNS} from ${FROM} where ${accessRule('dispute.many', CONCERNED)} and d.id = any($4::uuid[])`,
};

/** Locks a dispute until the transaction ends: only its status and stage change. */
export const LOCK_DISPUTE: NamedStatement = {
  name: 'dispute.lockOne',
  text: `
    select d.id, ${PART} as part, d.status, d.stage, d.ruled_at as "ruledAt", d.filed_at as "filedAt", d.handles
    from dispute d where ${accessRule('dispute.lock', CONCERNED)} and d.id = $4 for update`,
};

/** What the member $1 (person $2) filed under the reference $3, for itself or ($4) for somebody who wrote in. */
export const SELECT_FILED: NamedStatement = {
  name: 'dispute.selectFiled',
  text: `
    select f.dispute_id as id, f.content_hash as "contentHash" from dispute_filer f
    where ${accessRule('dispute.filed', 'f.member_id = $1 and (not $4::boolean or f.filed_by = $2)')}
      and f.client_reference = $3 and (f.on_behalf_of is not null) = $4`,
};

/** Two of one member that file at once do so one after the other. */
export const LOCK_FILING: NamedStatement = {
  name: 'dispute.lockFiling',
  text: `select pg_advisory_xact_lock(hashtextextended('cordon.dispute:' || $1, 0))`,
};

/** Disputes that the member $1 (person $2) has open about a merchant that goes by one of the handles $3. */
export const SELECT_OPEN: NamedStatement = {
  name: 'dispute.selectOpen',
  text: `
    select d.id from dispute d join dispute_filer f on f.dispute_id = d.id
    where ${accessRule('dispute.open', 'f.member_id = $1 and (f.on_behalf_of is null or f.filed_by = $2)')}
      and d.status in ('FILED', 'REVIEW', 'APPEAL') and d.handles && $3::uuid[]
      and (f.on_behalf_of is not null) = $4`,
};

/**
 * Those of the handles $4 under which something is listed now ($3) that the reader ($1, an analyst: $2) may see, and that no
 * hold covers: what is held is disputed by nobody, for the analysts as for everybody else.
 */
export const SELECT_DISPUTABLE: NamedStatement = {
  name: 'dispute.selectDisputable',
  text: `
    select distinct v.merchant_view_id as handle
    from merchant_view v join handling_scope s on s.id = v.handling_scope_id
    where ${accessRule('dispute.views', 'may_see_scope(s, $1, $2)')} and s.held_for is null and v.valid_until > $3
      and v.merchant_view_id = any($4::uuid[])`,
};

/** The handle under which the indicator $4 is listed, as above. */
export const SELECT_HANDLE: NamedStatement = {
  name: 'dispute.selectHandle',
  text: `
    select i.merchant_view_id as handle
    from indicator i join handling_scope s on s.id = i.handling_scope_id
    where ${accessRule('dispute.indicator', 'may_see_scope(s, $1, $2)')} and s.held_for is null
      and i.status in ('ACTIVE', 'DISPUTED') and i.valid_until > $3 and i.id = $4`,
};

export const INSERT_DISPUTE: NamedStatement = {
  name: 'dispute.insert',
  text: `
    insert into dispute (id, handles, grounds, statement, status, stage, filed_at, answer_by)
    values ($1, $2::uuid[], $3, $4, 'FILED', 1, $5, $6)`,
};

export const INSERT_FILER: NamedStatement = {
  name: 'dispute.insertFiler',
  text: `
    insert into dispute_filer (dispute_id, member_id, filed_by, client_reference, content_hash, own_reference, on_behalf_of,
      disclosed)
    values ($1, $2, $3, $4, $5, $6, $7, $8)`,
};

/** The answer of the member $1, which has not answered and has time until after $7. */
export const ANSWER_DISPUTE: NamedStatement = {
  name: 'dispute.answer',
  text: `
    update dispute_party p set answer = $3, statement = $4, answered_by = $5, answered_at = $6
    where ${accessRule('dispute.answer', 'p.member_id = $1')} and p.dispute_id = $2 and p.answer is null
      and p.lapsed_at is null and p.answer_by > $6
    returning p.member_id`,
};

/** Whether the member $1 has corrected a report that the dispute $2 is about since it was filed. */
export const SELECT_CORRECTED: NamedStatement = {
  name: 'dispute.selectCorrected',
  text: `
    select 1 from dispute_report x
    join dispute d on d.id = x.dispute_id
    join report_version v on v.report_id = x.report_id and v.version > 1 and v.created_at >= d.filed_at
    where ${accessRule('dispute.corrected', 'x.member_id = $1')} and x.dispute_id = $2 limit 1`,
};

export const INSERT_APPEAL: NamedStatement = {
  name: 'dispute.insertAppeal',
  text: `insert into dispute_appeal (dispute_id, member_id, appealed_by, statement, at) values ($1, $2, $3, $4, $5)`,
};

export const APPEAL_DISPUTE: NamedStatement = {
  name: 'dispute.appeal',
  text: `update dispute set status = 'APPEAL', stage = 2 where id = $1`,
};
