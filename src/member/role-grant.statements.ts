import type { Role } from '../common/actor.js';
import type { RoleGrantId, UserId } from '../common/id.js';
import type { NamedStatement, Tx } from '../database/index.js';
import type { TimePlace } from '../graphql/index.js';
import type { RoleGrantStatus } from './role-grant.js';

/** A grant as it is shown. */
export interface RoleGrantRow {
  readonly id: RoleGrantId;
  readonly userId: UserId;
  readonly fromRoles: readonly Role[];
  readonly toRoles: readonly Role[];
  readonly askedBy: UserId;
  readonly askedAt: Date;
  readonly status: RoleGrantStatus;
}

/** A grant locked for a decision, with what an approval of it is given to. */
export interface LockedRoleGrant extends RoleGrantRow {
  /** SHA-256 by the function that the database checks approvals with. */
  readonly digest: Buffer;
}

const COLUMNS = `g.id, g.user_id as "userId", g.from_roles as "fromRoles", g.to_roles as "toRoles",
  g.asked_by as "askedBy", g.asked_at as "askedAt", g.status`;

const INSERT: NamedStatement = {
  name: 'member.insertRoleGrant',
  text: `insert into role_grant as g (id, user_id, from_roles, to_roles, asked_by, asked_at, status)
    values ($1, $2, $3, $4, $5, $6, 'OPEN') returning ${COLUMNS}, role_grant_digest(g) as digest`,
};

const SELECT_FOR_UPDATE: NamedStatement = {
  name: 'member.selectRoleGrantForUpdate',
  text: `select ${COLUMNS}, role_grant_digest(g) as digest from role_grant g where g.id = $1 for update`,
};

const SELECT_ONE: NamedStatement = {
  name: 'member.selectRoleGrant',
  text: `select ${COLUMNS} from role_grant g where g.id = $1`,
};

/** Oldest first, on role_grant_status. Times are compared in milliseconds, as cursors have them. */
const SELECT_OPEN: NamedStatement = {
  name: 'member.selectOpenRoleGrants',
  text: `select ${COLUMNS} from role_grant g
    where g.status = 'OPEN' and ($1::timestamptz is null or (g.asked_at, g.id) > ($1, $2::uuid))
    order by g.asked_at, g.id limit $3`,
};

const WITHDRAW: NamedStatement = {
  name: 'member.withdrawRoleGrants',
  text: `update role_grant set status = 'WITHDRAWN', decided_by = $2 where user_id = $1 and status = 'OPEN'`,
};

/** What is asked for. */
export type NewRoleGrant = Pick<
  RoleGrantRow,
  'id' | 'userId' | 'fromRoles' | 'toRoles' | 'askedBy' | 'askedAt'
>;

export async function insertRoleGrant(tx: Tx, grant: NewRoleGrant): Promise<LockedRoleGrant | undefined> {
  const { id, userId, fromRoles, toRoles, askedBy, askedAt } = grant;
  const values = [id, userId, fromRoles, toRoles, askedBy, askedAt];
  return (await tx.statement<LockedRoleGrant>(INSERT, values))[0];
}

export async function lockRoleGrant(tx: Tx, id: RoleGrantId): Promise<LockedRoleGrant | undefined> {
  return (await tx.statement<LockedRoleGrant>(SELECT_FOR_UPDATE, [id]))[0];
}

export async function roleGrantById(tx: Tx, id: RoleGrantId): Promise<RoleGrantRow | undefined> {
  return (await tx.statement<RoleGrantRow>(SELECT_ONE, [id]))[0];
}

/** Grants that wait for a second admin. `after` is the time and id of the last one before. */
export function openRoleGrants(tx: Tx, after: TimePlace | undefined, limit: number): Promise<RoleGrantRow[]> {
  return tx.statement<RoleGrantRow>(SELECT_OPEN, [after?.at ?? null, after?.id ?? null, limit]);
}

/** Whatever was asked for a person before is not to be approved any more. */
export async function withdrawRoleGrants(tx: Tx, userId: UserId, by: string): Promise<void> {
  await tx.statement(WITHDRAW, [userId, by]);
}
