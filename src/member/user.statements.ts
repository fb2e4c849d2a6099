import type { Role } from '../common/actor.js';
import type { MemberId, UserId } from '../common/id.js';
import { accessRule, type NamedStatement, type Tx } from '../database/index.js';
import type { TimePlace } from '../graphql/index.js';

export interface UserRow {
  readonly id: UserId;
  readonly memberId: MemberId;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly active: boolean;
  readonly createdAt: Date;
}

const COLUMNS = `p.id, p.member_id as "memberId", u.email, u.name, u.roles, p.active, p.created_at as "createdAt"`;

/** The people of the own member; for admins of the coalition, all. */
const OWN_PEOPLE = `p.member_id = current_member() or acts_as('COALITION_ADMIN')`;

/** On principal_member (member_id, kind, created_at, id). Times are compared in milliseconds, as cursors have them. */
const SELECT_PAGE: NamedStatement = {
  name: 'member.selectUserPage',
  text: `select ${COLUMNS} from principal p join app_user u on u.id = p.id
    where ${accessRule('user.list', 'p.member_id = $1')} and p.kind = 'USER' and ($2::timestamptz is null or (p.created_at, p.id) > ($2, $3::uuid))
    order by p.created_at, p.id limit $4`,
};

/** Loads by id and by what the manager may reach in one statement, and locks against another change of the same user. */
const SELECT_FOR_UPDATE: NamedStatement = {
  name: 'member.selectUserForUpdate',
  text: `select ${COLUMNS} from principal p join app_user u on u.id = p.id
    where ${accessRule('user.lock', 'p.member_id = $2 or $3')} and p.id = $1 for update of p`,
};

const SELECT_BY_ID: NamedStatement = {
  name: 'member.selectUser',
  text: `select ${COLUMNS} from principal p join app_user u on u.id = p.id
    where ${accessRule('user.find', OWN_PEOPLE)} and p.id = $1`,
};

const HAS_ADMIN: NamedStatement = {
  name: 'member.hasAdmin',
  text: `select 1 from principal p join app_user u on u.id = p.id
    where ${accessRule('user.has-admin', OWN_PEOPLE)} and p.member_id = $1 and p.kind = 'USER' and p.active
      and 'MEMBER_ADMIN' = any (u.roles) limit 1`,
};

export function userPage(
  tx: Tx,
  memberId: MemberId,
  after: TimePlace | undefined,
  limit: number,
): Promise<UserRow[]> {
  return tx.statement<UserRow>(SELECT_PAGE, [memberId, after?.at ?? null, after?.id ?? null, limit]);
}

/** The user, if of this member or if `ofAnyMember`. */
export async function lockUser(
  tx: Tx,
  id: UserId,
  memberId: MemberId,
  ofAnyMember: boolean,
): Promise<UserRow | undefined> {
  return (await tx.statement<UserRow>(SELECT_FOR_UPDATE, [id, memberId, ofAnyMember]))[0];
}

export async function userById(tx: Tx, id: UserId): Promise<UserRow | undefined> {
  return (await tx.statement<UserRow>(SELECT_BY_ID, [id]))[0];
}

/** Whether the member has somebody active who manages its users. */
export async function hasMemberAdmin(tx: Tx, memberId: MemberId): Promise<boolean> {
  return (await tx.statement(HAS_ADMIN, [memberId])).length > 0;
}
