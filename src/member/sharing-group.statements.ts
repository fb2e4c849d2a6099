import type { MemberId, SharingGroupId } from '../common/id.js';
import { accessRule, type NamedStatement, type Tx } from '../database/index.js';
import type { GroupRule } from './group-rule.js';
import type { MemberRow } from './member-row.js';
import type { NamePlace } from './name-cursor.js';

export interface SharingGroupRow {
  readonly id: SharingGroupId;
  readonly name: string;
  readonly description: string;
  readonly createdAt: Date;
  /** Null of a group by list. */
  readonly rule: GroupRule | null;
}

const COLUMNS = `g.id, g.name, g.description, g.created_at as "createdAt",
  case when is_group_by_rule(g) then json_build_object('kinds', g.rule_kinds, 'countries', g.rule_countries,
    'regions', g.rule_regions) end as rule`;

/** Those the reader is in, or all for the coalition's admins: by sharing_group_member_member. */
const SELECT_PAGE: NamedStatement = {
  name: 'member.selectGroupPage',
  text: `select ${COLUMNS} from sharing_group g
    where ${accessRule(
      'group.list',
      '$2 or exists (select from sharing_group_member m where m.sharing_group_id = g.id and m.member_id = $1)',
    )}
      and ($3::text is null or (g.name, g.id) > ($3, $4::uuid))
    order by g.name, g.id limit $5`,
};

const SELECT_FOR_UPDATE: NamedStatement = {
  name: 'member.selectGroupForUpdate',
  text: `select ${COLUMNS} from sharing_group g
    where ${accessRule('group.lock', `acts_as('COALITION_ADMIN')`)} and g.id = $1 for update`,
};

/** Only for a reader that is in the group, and for the coalition's admins: by sharing_group_member_pkey. */
const SELECT_MEMBERS: NamedStatement = {
  name: 'member.selectGroupMembers',
  text: `select m.id, m.name, m.kind, m.country, m.region, m.status, m.agreement_version as "agreementVersion",
      m.agreement_signed_by as "agreementSignedBy", m.applied_at as "appliedAt"
    from sharing_group_member s join member m on m.id = s.member_id
    where s.sharing_group_id = $1
      and ${accessRule(
        'group.members',
        '$3 or exists (select from sharing_group_member own where own.sharing_group_id = $1 and own.member_id = $2)',
      )}
      and ${accessRule('group.members-active', `m.status = 'ACTIVE' or $3`)} and ($4::text is null or (m.name, m.id) > ($4, $5::uuid))
    order by m.name, m.id limit $6`,
};

const SELECT_ACTIVE_MEMBERS: NamedStatement = {
  name: 'member.selectActiveMembers',
  text: `select id from member where id = any ($1::uuid[]) and status = 'ACTIVE' for share`,
};

const INSERT: NamedStatement = {
  name: 'member.insertGroup',
  text: `insert into sharing_group as g (id, name, description, created_at, rule_kinds, rule_countries, rule_regions)
    values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (lower(name)) do nothing returning ${COLUMNS}`,
};

const ADD_MEMBERS: NamedStatement = {
  name: 'member.addGroupMembers',
  text: `insert into sharing_group_member (sharing_group_id, member_id, joined_at)
    select $1, id, $3 from unnest($2::uuid[]) id order by id
    on conflict do nothing returning member_id as "memberId"`,
};

const REMOVE_MEMBERS: NamedStatement = {
  name: 'member.removeGroupMembers',
  text: `delete from sharing_group_member where sharing_group_id = $1 and member_id = any ($2::uuid[])
    returning member_id as "memberId"`,
};

/** Who reads groups: a member, for its own ones; an admin of the coalition, for all. */
export interface GroupReader {
  readonly memberId: MemberId;
  readonly maySeeAll: boolean;
}

export function groupPage(
  tx: Tx,
  reader: GroupReader,
  after: NamePlace | undefined,
  limit: number,
): Promise<SharingGroupRow[]> {
  const { memberId, maySeeAll } = reader;
  const values = [memberId, maySeeAll, after?.[0] ?? null, after?.[1] ?? null, limit];
  return tx.statement<SharingGroupRow>(SELECT_PAGE, values);
}

export async function lockGroup(tx: Tx, id: SharingGroupId): Promise<SharingGroupRow | undefined> {
  return (await tx.statement<SharingGroupRow>(SELECT_FOR_UPDATE, [id]))[0];
}

export function groupMemberPage(
  tx: Tx,
  id: SharingGroupId,
  reader: GroupReader,
  after: NamePlace | undefined,
  limit: number,
): Promise<MemberRow[]> {
  const { memberId, maySeeAll } = reader;
  const values = [id, memberId, maySeeAll, after?.[0] ?? null, after?.[1] ?? null, limit];
  return tx.statement<MemberRow>(SELECT_MEMBERS, values);
}

/** Those of the ids that are active members, locked against leaving meanwhile. */
export async function activeMemberIds(tx: Tx, ids: readonly MemberId[]): Promise<ReadonlySet<MemberId>> {
  const rows = await tx.statement<{ id: MemberId }>(SELECT_ACTIVE_MEMBERS, [ids]);
  return new Set(rows.map((row) => row.id));
}

/** Undefined when the name is taken. A group by rule has its members at once. */
export async function insertGroup(tx: Tx, group: SharingGroupRow): Promise<SharingGroupRow | undefined> {
  const { id, name, description, createdAt, rule } = group;
  const values = [id, name, description, createdAt, rule?.kinds, rule?.countries, rule?.regions];
  return (
    await tx.statement<SharingGroupRow>(
      INSERT,
      values.map((value) => value ?? null),
    )
  )[0];
}

/** Adds members; gives those that were not in the group before. */
export async function addGroupMembers(
  tx: Tx,
  id: SharingGroupId,
  memberIds: readonly MemberId[],
  at: Date,
): Promise<MemberId[]> {
  const rows = await tx.statement<{ memberId: MemberId }>(ADD_MEMBERS, [id, memberIds, at]);
  return rows.map((row) => row.memberId);
}

/** Removes members; gives those that were in the group. */
export async function removeGroupMembers(
  tx: Tx,
  id: SharingGroupId,
  memberIds: readonly MemberId[],
): Promise<MemberId[]> {
  const rows = await tx.statement<{ memberId: MemberId }>(REMOVE_MEMBERS, [id, memberIds]);
  return rows.map((row) => row.memberId);
}
