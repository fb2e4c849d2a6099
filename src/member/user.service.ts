import { Injectable } from '@nestjs/common';

import { AuditLog } from '../audit/index.js';
import { type NewUserCredentials, UserAccounts } from '../auth/index.js';
import type { Actor, Role, UserActor } from '../common/actor.js';
import { assert } from '../common/assert.js';
import type { MemberId, UserId } from '../common/id.js';
import { pageOf, type Page, type PageRequest } from '../common/page.js';
import { accepted, refused, type Refusal, type Result } from '../common/refusal.js';
import { Database, type Tx } from '../database/index.js';
import { timeCursor, timePlace } from '../graphql/index.js';
import {
  refuseDeactivation,
  refuseRoles,
  refuseSignInReset,
  type ManagedUser,
  type ManageRefusalCode,
} from './may-manage-user.js';
import { refuseEmail, refuseName, tidyName, type TextRefusalCode } from './member-text.js';
import { isCoalitionAdmin } from './member.service.js';
import { lockMember } from './member.statements.js';
import { memberNotFound } from './not-found.js';
import { gainedCoalitionRoles } from './role-grant.js';
import type { RoleGrantRow } from './role-grant.statements.js';
import { RoleGrants } from './role-grants.service.js';
import { hasMemberAdmin, lockUser, userById, userPage, type UserRow } from './user.statements.js';

export interface CreateUser {
  /** Left out: the actor's own member. */
  readonly memberId?: MemberId | undefined;
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

/** A person whose roles were changed, or wait for a second admin of the coalition. */
export interface ChangedUser {
  readonly user: UserRow;
  /** The roles that were asked for and another admin has to approve; undefined where all are in force. */
  readonly pendingGrant: RoleGrantRow | undefined;
}

/** What somebody signs in with, told once. */
type ToldOnce = Pick<NewUserCredentials, 'password' | 'totpSecret' | 'totpUri'>;

/** A person just made. */
export interface CreatedUser extends ChangedUser, ToldOnce {}

/** A person who signs in anew with what is told. */
export interface ResetUser extends ToldOnce {
  readonly user: UserRow;
}

export type UserRefusalCode = TextRefusalCode | ManageRefusalCode | 'NOT_ALLOWED_IN_STATE' | 'EMAIL_TAKEN';

/** People of members. Who may do what to whom is decided by may-manage-user.ts. */
@Injectable()
export class UserService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly accounts: UserAccounts,
    private readonly grants: RoleGrants,
  ) {}

  /** The actor's own member's people, in the order they were made. */
  async users(actor: Actor, { first, after }: PageRequest): Promise<Page<UserRow>> {
    const place = after === undefined ? undefined : timePlace(after);
    return this.database.asActor(actor, async (tx) => {
      const rows = await userPage(tx, actor.memberId, place, first + 1);
      const page = pageOf(rows, first, ({ createdAt, id }) => timeCursor({ at: createdAt, id }));
      const objectIds = page.rows.map((row) => row.id);
      await this.audit.append(tx, actor, { action: 'user.read', objectKind: 'user', objectIds });
      return page;
    });
  }

  async create(actor: Actor, input: CreateUser): Promise<Result<CreatedUser, UserRefusalCode>> {
    const manager = managerOf(actor);
    const faults = [...refuseEmail(input.email.trim(), 'email'), ...refuseName(input.name, 'name')];
    if (faults.length > 0) return refused(...faults);

    const memberId = input.memberId ?? actor.memberId;
    const roles = [...new Set(input.roles)];
    return this.database.asActor(actor, async (tx): Promise<Result<CreatedUser, UserRefusalCode>> => {
      // Locked: two admins who both make "the first admin" of a member do so one after the other.
      const member = await lockMember(tx, memberId);
      const memberHasAdmin = await hasMemberAdmin(tx, memberId);
      const refusal = refuseRoles(manager, { memberId, roles: [], memberHasAdmin }, roles);
      if (refusal !== undefined) return refused(refusal);
      if (member === undefined) return refused(memberNotFound());
      if (member.status !== 'ACTIVE') return refused(notActive(member.status));

      const email = input.email.trim();
      // Roles of the coalition wait for a second admin: until then the person has the others.
      const gained = gainedCoalitionRoles([], roles);
      const atOnce = roles.filter((role) => !gained.includes(role));
      const name = tidyName(input.name);
      const made = await this.accounts.create(tx, { memberId, email, name, roles: atOnce });
      if (made === undefined) return refused(emailTaken());
      await this.append(tx, actor, 'user.create', made.userId, { roles: atOnce });
      const user = await userById(tx, made.userId);
      assert(user !== undefined, 'a user just made is there');
      const { password, totpSecret, totpUri } = made;
      const pendingGrant = gained.length === 0 ? undefined : await this.grants.ask(tx, manager, user, roles);
      return accepted({ user, pendingGrant, password, totpSecret, totpUri });
    });
  }

  async changeRoles(
    actor: Actor,
    userId: UserId,
    roles: readonly Role[],
  ): Promise<Result<ChangedUser, UserRefusalCode>> {
    const wanted = [...new Set(roles)];
    const manager = managerOf(actor);
    let pendingGrant: RoleGrantRow | undefined;
    const changed = await this.change(
      actor,
      userId,
      (user) => refuseRoles(manager, user, wanted),
      async (tx, user) => {
        const gained = gainedCoalitionRoles(user.roles, wanted);
        pendingGrant = gained.length === 0 ? undefined : await this.grants.ask(tx, manager, user, wanted);
        if (pendingGrant !== undefined) return;
        await this.grants.withdrawAll(tx, manager, user);
        await this.accounts.changeRoles(tx, userId, wanted);
        await this.append(tx, actor, 'user.change-roles', userId, { from: user.roles, to: wanted });
      },
    );
    return changed.ok ? accepted({ user: changed.value, pendingGrant }) : changed;
  }

  async deactivate(actor: Actor, userId: UserId): Promise<Result<UserRow, UserRefusalCode>> {
    return this.change(
      actor,
      userId,
      (user) => refuseDeactivation(managerOf(actor), user),
      async (tx) => {
        await this.accounts.deactivate(tx, userId);
        await this.append(tx, actor, 'user.deactivate', userId);
      },
    );
  }

  /** Gives somebody who has lost theirs a new password and TOTP secret, told once. */
  async resetSignIn(actor: Actor, userId: UserId): Promise<Result<ResetUser, UserRefusalCode>> {
    let credentials: NewUserCredentials | undefined;
    const changed = await this.change(
      actor,
      userId,
      (user) => refuseSignInReset(managerOf(actor), user),
      async (tx) => {
        credentials = await this.accounts.reset(tx, userId);
        await this.append(tx, actor, 'user.reset-sign-in', userId);
      },
    );
    if (!changed.ok) return changed;
    assert(credentials !== undefined, 'what was not refused was done');
    const { password, totpSecret, totpUri } = credentials;
    return accepted({ user: changed.value, password, totpSecret, totpUri });
  }

  private async change(
    actor: Actor,
    userId: UserId,
    decide: (user: ManagedUser) => Refusal<ManageRefusalCode> | undefined,
    work: (tx: Tx, user: UserRow) => Promise<void>,
  ): Promise<Result<UserRow, UserRefusalCode>> {
    return this.database.asActor(actor, async (tx): Promise<Result<UserRow, UserRefusalCode>> => {
      const user = await lockUser(tx, userId, actor.memberId, isCoalitionAdmin(actor));
      if (user === undefined) return refused(userNotFound());
      const { memberId, roles } = user;
      // Locked as in `create`: whether a member has an admin must not change between the look and the write.
      await lockMember(tx, memberId);
      const memberHasAdmin = await hasMemberAdmin(tx, memberId);
      const refusal = decide({ userId, memberId, roles, memberHasAdmin });
      if (refusal !== undefined) return refused(refusal);
      if (!user.active) return refused(inactive());
      await work(tx, user);
      return accepted((await userById(tx, userId)) ?? user);
    });
  }

  private append(
    tx: Tx,
    actor: Actor,
    action: string,
    userId: UserId,
    detail?: Readonly<Record<string, readonly string[]>>,
  ): Promise<void> {
    return this.audit.append(tx, actor, { action, objectKind: 'user', objectIds: [userId], detail });
  }
}

function managerOf(actor: Actor): UserActor {
  assert(actor.kind === 'user', 'no machine holds user:manage');
  return actor;
}

function userNotFound(): Refusal<'NOT_FOUND'> {
  return {
    code: 'NOT_FOUND',
    field: ['userId'],
    message: 'There is no such user, or you may not manage it.',
  };
}

function emailTaken(): Refusal<'EMAIL_TAKEN'> {
  return {
    code: 'EMAIL_TAKEN',
    field: ['email'],
    message: 'A user with this e-mail address exists already.',
  };
}

function inactive(): Refusal<'NOT_ALLOWED_IN_STATE'> {
  return { code: 'NOT_ALLOWED_IN_STATE', field: ['userId'], message: 'The user is deactivated, for good.' };
}

function notActive(status: string): Refusal<'NOT_ALLOWED_IN_STATE'> {
  const message = `The member is ${status}: users are made for active members.`;
  return { code: 'NOT_ALLOWED_IN_STATE', field: ['memberId'], message };
}
