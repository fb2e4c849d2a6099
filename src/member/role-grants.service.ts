import { Injectable } from '@nestjs/common';

import { Approvals } from '../access/index.js';
import { AuditLog } from '../audit/index.js';
import { UserAccounts } from '../auth/index.js';
import type { Actor, Role, UserActor } from '../common/actor.js';
import { assert } from '../common/assert.js';
import { Clock } from '../common/clock.js';
import { newId, type RoleGrantId } from '../common/id.js';
import { pageOf, type Page, type PageRequest } from '../common/page.js';
import { accepted, refused, type Refusal, type Result } from '../common/refusal.js';
import { Database, type Tx } from '../database/index.js';
import { timeCursor, timePlace } from '../graphql/index.js';
import { refuseRoles, type ManageRefusalCode } from './may-manage-user.js';
import { isCoalitionAdmin } from './member.service.js';
import { refuseClosedGrant, type RoleGrantStatus } from './role-grant.js';
import {
  insertRoleGrant,
  lockRoleGrant,
  openRoleGrants,
  roleGrantById,
  type RoleGrantRow,
  withdrawRoleGrants,
} from './role-grant.statements.js';
import { hasMemberAdmin, lockUser, type UserRow } from './user.statements.js';

export type RoleGrantRefusalCode = ManageRefusalCode | 'OWN_MEMBER' | 'NOT_ALLOWED_IN_STATE';

/** Roles of the coalition: one of its admins asks for them, another approves (product.md, rule 11). */
@Injectable()
export class RoleGrants {
  constructor(
    private readonly database: Database,
    private readonly approvals: Approvals,
    private readonly accounts: UserAccounts,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /**
   * Asks, in the caller's transaction, that a person's roles become `roles`, in the place of what was asked before. The
   * asker's is the first of the two approvals. The caller has decided that the asker may grant them.
   */
  async ask(tx: Tx, asker: UserActor, user: UserRow, roles: readonly Role[]): Promise<RoleGrantRow> {
    await this.withdrawAll(tx, asker, user);
    const grant = await insertRoleGrant(tx, {
      id: newId('roleGrant'),
      userId: user.id,
      fromRoles: user.roles,
      toRoles: roles,
      askedBy: asker.userId,
      askedAt: this.clock.now(),
    });
    assert(grant !== undefined, 'what was open is withdrawn, so nothing stands in the way');
    const { id: objectId, digest } = grant;
    const excluded = [user.id];
    const needed = await this.approvals.approve(tx, asker, {
      kind: 'ROLE_GRANT',
      objectId,
      digest,
      excluded,
    });
    assert(
      needed.ok && needed.value > 0,
      'the first approval of a new grant is given by another than its user',
    );
    await this.append(tx, asker, 'role-grant.ask', objectId, { user: user.id, from: user.roles, to: roles });
    return grant;
  }

  /** Ends, in the caller's transaction, what was asked for a person: its roles change in another way. */
  async withdrawAll(tx: Tx, actor: UserActor, { id }: UserRow): Promise<void> {
    if (isCoalitionAdmin(actor)) await withdrawRoleGrants(tx, id, actor.userId);
  }

  /** Gives another admin's approval: the roles are in force at the user's next request. */
  async approve(actor: Actor, id: RoleGrantId): Promise<Result<RoleGrantRow, RoleGrantRefusalCode>> {
    return this.database.asActor(actor, async (tx): Promise<Result<RoleGrantRow, RoleGrantRefusalCode>> => {
      const asked = await roleGrantById(tx, id);
      if (asked === undefined) return refused(notFound());
      // The user is locked before the grant, as by whoever changes its roles in another way.
      const user = await lockUser(tx, asked.userId, actor.memberId, true);
      const grant = await lockRoleGrant(tx, id);
      if (user === undefined || grant === undefined) return refused(notFound());
      const closed = refuseClosedGrant(standing(grant, user));
      if (closed !== undefined) return refused(closed);
      const { userId, toRoles, digest } = grant;
      const refusal = await this.refuseGrant(tx, actor, user, toRoles);
      if (refusal !== undefined) return refused(refusal);

      const approval = { kind: 'ROLE_GRANT', objectId: id, digest, excluded: [userId] } as const;
      const needed = await this.approvals.approve(tx, actor, approval, ['roleGrantId']);
      if (!needed.ok) return needed;
      const isGranted = needed.value === 0;
      await this.append(tx, actor, 'role-grant.approve', id, { user: userId, granted: isGranted });
      if (isGranted) {
        // The trigger of app_user looks at the approvals itself, and uses the grant up.
        await this.accounts.changeRoles(tx, userId, toRoles);
        const detail = { from: grant.fromRoles, to: toRoles };
        const act = { action: 'user.change-roles', objectKind: 'user', objectIds: [userId], detail } as const;
        await this.audit.append(tx, actor, act);
      }
      return accepted((await roleGrantById(tx, id)) ?? grant);
    });
  }

  async withdraw(actor: Actor, id: RoleGrantId): Promise<Result<RoleGrantRow, RoleGrantRefusalCode>> {
    assert(actor.kind === 'user', 'no machine holds user:grant');
    return this.database.asActor(actor, async (tx): Promise<Result<RoleGrantRow, RoleGrantRefusalCode>> => {
      const grant = await lockRoleGrant(tx, id);
      if (grant === undefined) return refused(notFound());
      const closed = refuseClosedGrant(grant.status);
      if (closed !== undefined) return refused(closed);
      await withdrawRoleGrants(tx, grant.userId, actor.userId);
      await this.append(tx, actor, 'role-grant.withdraw', id, { user: grant.userId });
      return accepted((await roleGrantById(tx, id)) ?? grant);
    });
  }

  /** What waits for a second admin, oldest first. */
  async open(actor: Actor, { first, after }: PageRequest): Promise<Page<RoleGrantRow>> {
    const place = after === undefined ? undefined : timePlace(after);
    return this.database.asActor(actor, async (tx) => {
      const rows = await openRoleGrants(tx, place, first + 1);
      const page = pageOf(rows, first, ({ askedAt, id }) => timeCursor({ at: askedAt, id }));
      const objectIds = page.rows.map(({ id }) => id);
      await this.audit.append(tx, actor, { action: 'role-grant.read', objectKind: 'roleGrant', objectIds });
      return page;
    });
  }

  /** Whether the approver could have asked for it: what the asker may not grant, nobody approves. */
  private async refuseGrant(
    tx: Tx,
    actor: Actor,
    user: UserRow,
    roles: readonly Role[],
  ): Promise<Refusal<RoleGrantRefusalCode> | undefined> {
    assert(actor.kind === 'user', 'no machine holds user:grant');
    const memberHasAdmin = await hasMemberAdmin(tx, user.memberId);
    const { id: userId, memberId, roles: held } = user;
    const refusal = refuseRoles(actor, { userId, memberId, roles: held, memberHasAdmin }, roles);
    return refusal && { ...refusal, field: ['roleGrantId'] };
  }

  private append(
    tx: Tx,
    actor: Actor,
    action: string,
    id: RoleGrantId,
    detail: Readonly<Record<string, string | boolean | readonly string[]>>,
  ): Promise<void> {
    return this.audit.append(tx, actor, { action, objectKind: 'roleGrant', objectIds: [id], detail });
  }
}

/** A grant asked for roles that the user no longer has, or for one who was deactivated, is as good as withdrawn. */
function standing({ status, fromRoles }: RoleGrantRow, { active, roles }: UserRow): RoleGrantStatus {
  const isAsAsked = roles.length === fromRoles.length && roles.every((role) => fromRoles.includes(role));
  return status === 'OPEN' && !(active && isAsAsked) ? 'WITHDRAWN' : status;
}

function notFound(): Refusal<'NOT_FOUND'> {
  return { code: 'NOT_FOUND', field: ['roleGrantId'], message: 'There is no such grant.' };
}
