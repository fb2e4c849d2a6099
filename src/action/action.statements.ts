import { accessRule, type NamedStatement } from '../database/index.js';
import { openToAnalyst } from '../merchant/index.js';

/** Whose actions the actor of the member $1 reads: its own; as an analyst ($2) those on merchants that it triages. */
const MAY_READ = `a.member_id = $1 or ($2 and exists (
    select from description d where d.own_merchant_id = a.merchant_id and ${openToAnalyst('d.id')}))`;

const VERSION = `jsonb_build_object('version', v.version, 'kind', v.kind, 'effectiveOn', v.effective_on,
    'accountsClosed', v.accounts_closed,
    'networkListing', case when v.network_list is not null then
      jsonb_build_object('list', v.network_list, 'code', v.network_code, 'listedOn', v.network_listed_on) end,
    'forwardedTo', v.forwarded_to, 'note', v.note, 'dispositionId', v.disposition_id, 'recordedBy', v.recorded_by, 'at', v.at)`;

/** The exact time is for cursors: a JavaScript date would round it to milliseconds. */
const COLUMNS = `a.id, a.member_id as "memberId", a.client_reference as "clientReference", a.notice_id as "noticeId",
  a.screening_id as "screeningId", a.merchant_id as "merchantId", a.status, a.withdrawal_reason as "withdrawalReason",
  a.recorded_at as "recordedAt", a.recorded_at::text as "recordedAtExact", a.changed_at as "changedAt",
  (select ${VERSION} from action_version v where v.action_id = a.id and v.version = a.version) as present,
  (select jsonb_agg(${VERSION} order by v.version) from action_version v where v.action_id = a.id) as versions`;

export const SELECT_ACTION: NamedStatement = {
  name: 'action.selectOne',
  text: `select ${COLUMNS} from action a where ${accessRule('action.find', MAY_READ)} and a.id = $3`,
};

/** Newest first. Stands on action_member, for an analyst on action_recorded. */
export const SELECT_ACTION_PAGE: NamedStatement = {
  name: 'action.selectPage',
  text: `
    select ${COLUMNS} from action a
    where ${accessRule('action.list', MAY_READ)}
      and ($3::uuid is null or a.notice_id = $3) and ($4::uuid is null or a.screening_id = $4)
      and ($5::uuid is null or a.merchant_id = $5) and ($6::uuid is null or a.member_id = $6)
      and ($7::text[] is null or a.status = any($7))
      and ($8::text[] is null or exists (
        select from action_version v where v.action_id = a.id and v.version = a.version and v.kind = any($8)))
      and ($9::timestamptz is null or (a.recorded_at, a.id) < ($9, $10::uuid))
    order by a.recorded_at desc, a.id desc limit $11`,
};

/** An action of the member $1, locked until the transaction ends, with the indicators on which it rests. */
export const LOCK_ACTION: NamedStatement = {
  name: 'action.lockOne',
  text: `
    select ${COLUMNS}, a.indicator_ids as "indicatorIds" from action a
    where ${accessRule('action.lock', 'a.member_id = $1')} and a.id = $2 for update`,
};

/** Stands on action_client_reference_key. */
export const SELECT_BY_REFERENCE: NamedStatement = {
  name: 'action.selectByReference',
  text: `
    select ${COLUMNS} from action a
    where ${accessRule('action.by-reference', 'a.member_id = $1')} and a.client_reference = $2`,
};

/** Those of the member $1 that stand and rest on one of the indicators $2, newest first. Stands on action_indicators. */
export const SELECT_DERIVED: NamedStatement = {
  name: 'action.selectDerived',
  text: `
    select ${COLUMNS} from action a
    where ${accessRule('action.derived', 'a.member_id = $1')} and a.indicator_ids && $2::uuid[] and a.status = 'RECORDED'
    order by a.recorded_at desc, a.id desc limit $3`,
};

export const INSERT_ACTION: NamedStatement = {
  name: 'action.insert',
  text: `
    insert into action (id, member_id, client_reference, notice_id, screening_id, merchant_id, indicator_ids, status, version,
      recorded_at, changed_at)
    values ($1, $2, $3, $4, $5, $6, $7, 'RECORDED', 1, $8, $8)`,
};

export const INSERT_VERSION: NamedStatement = {
  name: 'action.insertVersion',
  text: `
    insert into action_version (action_id, version, kind, effective_on, accounts_closed, network_list, network_code,
      network_listed_on, forwarded_to, note, disposition_id, recorded_by, at)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
};

export const CHANGE_ACTION: NamedStatement = {
  name: 'action.change',
  text: `
    update action set status = $3, version = $4, withdrawal_reason = $5, changed_at = $6
    where ${accessRule('action.change', 'member_id = $1')} and id = $2`,
};
