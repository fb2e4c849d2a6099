import type { MemberId } from '../common/id.js';
import { accessRule, type NamedStatement, type Tx } from '../database/index.js';
import type { MemberStatus } from './member-status.js';
import type { ApprovalRow, DirectoryMember, LockedMember, MemberRow } from './member-row.js';

const COLUMNS = `id, name, kind, country, region, status, agreement_version as "agreementVersion",
  agreement_signed_by as "agreementSignedBy", applied_at as "appliedAt"`;

/** For a change: other changes of this member wait. */
const SELECT_FOR_UPDATE: NamedStatement = {
  name: 'member.selectForUpdate',
  text: `select ${COLUMNS}, member_application_digest(member) as "applicationDigest" from member
    where ${accessRule('member.lock', `id = current_member() or acts_as('COALITION_ADMIN')`)} and id = $1 for update`,
};

/** Whoever is not of the coalition's admins sees active members alone. */
const SELECT_VISIBLE: NamedStatement = {
  name: 'member.selectVisible',
  text: `select ${COLUMNS} from member
    where ${accessRule('member.find', `status = 'ACTIVE' or $2`)} and id = $1`,
};

/** On member_status_name where a status is given, as it is for all but the coalition's admins. */
const SELECT_PAGE: NamedStatement = {
  name: 'member.selectPage',
  text: `select ${COLUMNS} from member
    where ${accessRule('member.list', `status = 'ACTIVE' or acts_as('COALITION_ADMIN')`)}
      and status = any ($1::text[]) and ($2::text is null or (name, id) > ($2, $3::uuid))
    order by name, id limit $4`,
};

const SELECT_BY_IDS: NamedStatement = {
  name: 'member.selectByIds',
  text: `select id, name, kind, country from member
    where ${accessRule('member.by-ids', `status = 'ACTIVE' or id = current_member()`)} and id = any ($1::uuid[])`,
};

/**
 * Approvals of the application as it stands; once it is decided, those of the content that was decided on: the member has
 * its agreement and its particulars changed later without being approved anew.
 */
const SELECT_APPROVALS: NamedStatement = {
  name: 'member.selectApprovals',
  text: `select m.id as "memberId", a.principal_id as "approvedBy", a.at as "approvedAt"
    from member m
    join approval a on a.kind = 'MEMBER' and a.object_id = m.id
    where m.id = any ($1::uuid[]) and a.content_digest = case m.status
      when 'APPLIED' then member_application_digest(m)
      else (select last.content_digest from approval last
        where last.kind = 'MEMBER' and last.object_id = m.id order by last.at desc limit 1) end
    order by a.at, a.principal_id`,
};

const INSERT: NamedStatement = {
  name: 'member.insert',
  text: `insert into member (id, name, kind, country, region, status, applied_at, changed_at)
    values ($1, $2, $3, $4, $5, $6, $7, $7) on conflict (lower(name)) where status not in ('REJECTED', 'LEFT') do nothing returning ${COLUMNS}`,
};

const SIGN_AGREEMENT: NamedStatement = {
  name: 'member.signAgreement',
  text: `update member set agreement_version = $2, agreement_signed_by = $3, agreement_signed_at = $4, changed_at = $4
    where id = $1 returning ${COLUMNS}`,
};

const SET_STATUS: NamedStatement = {
  name: 'member.setStatus',
  text: `update member set status = $2, changed_at = $3 where id = $1 returning ${COLUMNS}`,
};

const SET_ATTRIBUTES: NamedStatement = {
  name: 'member.setAttributes',
  text: `update member set kind = $2, country = $3, region = $4, changed_at = $5 where id = $1 returning ${COLUMNS}`,
};

const INSERT_STATUS_CHANGE: NamedStatement = {
  name: 'member.insertStatusChange',
  text: `insert into member_status_change (member_id, from_status, to_status, reason, changed_by, changed_at)
    values ($1, $2, $3, $4, $5, $6)`,
};

/** A new member, before it is stored. */
export interface NewMember extends DirectoryMember {
  readonly region: string | null;
}

/** A step of the life cycle as its history keeps it. */
export interface StatusChange {
  readonly from: MemberStatus | null;
  readonly to: MemberStatus;
  readonly reason: string | null;
  readonly changedBy: string | null;
  readonly at: Date;
}

export async function lockMember(tx: Tx, id: MemberId): Promise<LockedMember | undefined> {
  return (await tx.statement<LockedMember>(SELECT_FOR_UPDATE, [id]))[0];
}

export async function visibleMember(
  tx: Tx,
  id: MemberId,
  maySeeAll: boolean,
): Promise<MemberRow | undefined> {
  return (await tx.statement<MemberRow>(SELECT_VISIBLE, [id, maySeeAll]))[0];
}

/** By name. `after` is the name and id of the last member before. */
export function memberPage(
  tx: Tx,
  statuses: readonly MemberStatus[],
  after: readonly [name: string, id: string] | undefined,
  limit: number,
): Promise<MemberRow[]> {
  return tx.statement<MemberRow>(SELECT_PAGE, [statuses, after?.[0] ?? null, after?.[1] ?? null, limit]);
}

export function directoryMembers(tx: Tx, ids: readonly MemberId[]): Promise<DirectoryMember[]> {
  return tx.statement<DirectoryMember>(SELECT_BY_IDS, [ids]);
}

export function approvalsOf(tx: Tx, ids: readonly MemberId[]): Promise<ApprovalRow[]> {
  return tx.statement<ApprovalRow>(SELECT_APPROVALS, [ids]);
}

/** Stores a member with its first status, or gives undefined when the name is taken. */
export async function insertMember(
  tx: Tx,
  member: NewMember,
  change: StatusChange,
): Promise<MemberRow | undefined> {
  const { id, name, kind, country, region } = member;
  const values = [id, name, kind, country, region, change.to, change.at];
  const [row] = await tx.statement<MemberRow>(INSERT, values);
  if (row !== undefined) await insertStatusChange(tx, id, change);
  return row;
}

export async function signAgreement(
  tx: Tx,
  id: MemberId,
  version: string,
  signedBy: string,
  at: Date,
): Promise<MemberRow | undefined> {
  return (await tx.statement<MemberRow>(SIGN_AGREEMENT, [id, version, signedBy, at]))[0];
}

/** Changes what a member is. The groups by rule that it comes into or goes out of are kept by a trigger. */
export async function changeAttributes(
  tx: Tx,
  id: MemberId,
  { kind, country, region }: Pick<MemberRow, 'kind' | 'country' | 'region'>,
  at: Date,
): Promise<MemberRow | undefined> {
  return (await tx.statement<MemberRow>(SET_ATTRIBUTES, [id, kind, country, region, at]))[0];
}

/** Changes the status and writes the step into the member's history. */
export async function changeStatus(
  tx: Tx,
  id: MemberId,
  change: StatusChange,
): Promise<MemberRow | undefined> {
  await insertStatusChange(tx, id, change);
  return (await tx.statement<MemberRow>(SET_STATUS, [id, change.to, change.at]))[0];
}

async function insertStatusChange(tx: Tx, id: MemberId, change: StatusChange): Promise<void> {
  const { from, to, reason, changedBy, at } = change;
  await tx.statement(INSERT_STATUS_CHANGE, [id, from, to, reason, changedBy, at]);
}
