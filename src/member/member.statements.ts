import type { MemberId } from '../common/id.js';
import type { NamedStatement, Tx } from '../database/index.js';
import type { MemberStatus } from './member-status.js';
import type { ApprovalRow, DirectoryMember, MemberRow } from './member-row.js';

const COLUMNS = `id, name, kind, country, region, status, agreement_version as "agreementVersion",
  agreement_signed_by as "agreementSignedBy", applied_at as "appliedAt"`;

/** For a change: other changes of this member wait. */
const SELECT_FOR_UPDATE: NamedStatement = {
  name: 'member.selectForUpdate',
  text: `select ${COLUMNS} from member where id = $1 for update`,
};

/** Whoever is not of the coalition's admins sees active members alone. */
const SELECT_VISIBLE: NamedStatement = {
  name: 'member.selectVisible',
  text: `select ${COLUMNS} from member where id = $1 and (status = 'ACTIVE' or $2)`,
};

/** On member_status_name where a status is given, as it is for all but the coalition's admins. */
const SELECT_PAGE: NamedStatement = {
  name: 'member.selectPage',
  text: `select ${COLUMNS} from member
    where status = any ($1::text[]) and ($2::text is null or (name, id) > ($2, $3::uuid))
    order by name, id limit $4`,
};

const SELECT_BY_IDS: NamedStatement = {
  name: 'member.selectByIds',
  text: `select id, name, kind, country from member where id = any ($1::uuid[])`,
};

const SELECT_APPROVALS: NamedStatement = {
  name: 'member.selectApprovals',
  text: `select member_id as "memberId", approved_by as "approvedBy", content_hash as "contentHash",
      approved_at as "approvedAt"
    from member_approval where member_id = any ($1::uuid[]) order by approved_at, approved_by`,
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

const INSERT_STATUS_CHANGE: NamedStatement = {
  name: 'member.insertStatusChange',
  text: `insert into member_status_change (member_id, from_status, to_status, reason, changed_by, changed_at)
    values ($1, $2, $3, $4, $5, $6)`,
};

const INSERT_APPROVAL: NamedStatement = {
  name: 'member.insertApproval',
  text: `insert into member_approval (member_id, approved_by, content_hash, approved_at) values ($1, $2, $3, $4)`,
};

const DELETE_APPROVALS: NamedStatement = {
  name: 'member.deleteApprovals',
  text: `delete from member_approval where member_id = $1 and content_hash <> $2`,
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

export async function lockMember(tx: Tx, id: MemberId): Promise<MemberRow | undefined> {
  return (await tx.statement<MemberRow>(SELECT_FOR_UPDATE, [id]))[0];
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

/** Changes the status and writes the step into the member's history. */
export async function changeStatus(
  tx: Tx,
  id: MemberId,
  change: StatusChange,
): Promise<MemberRow | undefined> {
  await insertStatusChange(tx, id, change);
  return (await tx.statement<MemberRow>(SET_STATUS, [id, change.to, change.at]))[0];
}

export async function insertApproval(tx: Tx, approval: ApprovalRow): Promise<void> {
  const { memberId, approvedBy, contentHash, approvedAt } = approval;
  await tx.statement(INSERT_APPROVAL, [memberId, approvedBy, contentHash, approvedAt]);
}

/** Removes approvals of any other content than the one of this hash. */
export async function voidApprovals(tx: Tx, id: MemberId, contentHash: Buffer): Promise<void> {
  await tx.statement(DELETE_APPROVALS, [id, contentHash]);
}

async function insertStatusChange(tx: Tx, id: MemberId, change: StatusChange): Promise<void> {
  const { from, to, reason, changedBy, at } = change;
  await tx.statement(INSERT_STATUS_CHANGE, [id, from, to, reason, changedBy, at]);
}
