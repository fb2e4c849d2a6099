import { Injectable } from '@nestjs/common';

import { AuditLog } from '../audit/index.js';
import { IdentityLinks, Sessions, SIGN_IN_PATH, SUBJECT_LENGTH_MAX } from '../auth/index.js';
import type { UserActor } from '../common/actor.js';
import type { UserId } from '../common/id.js';
import { accepted, refused, type Refusal, type Result } from '../common/refusal.js';
import { Config } from '../config/index.js';
import { Database, type Tx } from '../database/index.js';
import { checkText, type GateRefusalCode } from '../identifier/index.js';
import { refuseSignInChange } from './may-manage-user.js';
import { lockUser } from './user.statements.js';

export type IdentityRefusalCode =
  GateRefusalCode | 'REQUIRED' | 'TOO_LONG' | 'NOT_FOUND' | 'NOT_ALLOWED_IN_STATE' | 'IDENTITY_TAKEN';

/** An invitation as it is told once. */
export interface ToldInvitation {
  readonly url: string;
  readonly expiresAt: Date;
}

/** By which account at the member's provider its people sign in. Who may decide it for whom: may-manage-user.ts. */
@Injectable()
export class UserIdentityService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly links: IdentityLinks,
    private readonly sessions: Sessions,
    private readonly config: Config,
  ) {}

  async invite(actor: UserActor, userId: UserId): Promise<Result<ToldInvitation, IdentityRefusalCode>> {
    return this.change(actor, userId, async (tx) => {
      const invited = await this.links.invite(tx, actor, userId);
      if (invited === undefined) return refused(noProvider());
      await this.append(tx, actor, 'user.invite', userId);
      const { secret, provider, expiresAt } = invited;
      // Behind the #, which browsers keep to themselves: no server and no log on the way sees the secret.
      const url = `${this.config.publicUrl}${SIGN_IN_PATH}?provider=${provider.id}#invitation=${secret}`;
      return accepted({ url, expiresAt });
    });
  }

  async attach(
    actor: UserActor,
    userId: UserId,
    subject: string,
  ): Promise<Result<true, IdentityRefusalCode>> {
    const field = ['subject'];
    if (subject === '') return refused({ code: 'REQUIRED', field, message: 'A value is needed here.' });
    const faults = checkText(subject, field, { lengthMax: SUBJECT_LENGTH_MAX });
    if (faults.length > 0) return refused(...faults);
    return this.change(actor, userId, async (tx) => {
      const fault = await this.links.attach(tx, actor, userId, subject);
      if (fault === 'NO_PROVIDER') return refused(noProvider());
      if (fault === 'TAKEN') return refused(taken());
      await this.append(tx, actor, 'user.link', userId, { how: 'admin' });
      return accepted(true);
    });
  }

  /** Takes the account away, and ends the sessions: who signed in by it is to be out at once. */
  async detach(actor: UserActor, userId: UserId): Promise<Result<true, IdentityRefusalCode>> {
    return this.change(actor, userId, async (tx) => {
      const isDetached = await this.links.detach(tx, actor, userId);
      if (!isDetached) return refused(notLinked());
      await this.sessions.endOfUser(tx, userId);
      await this.append(tx, actor, 'user.unlink', userId);
      return accepted(true);
    });
  }

  private async change<Value>(
    actor: UserActor,
    userId: UserId,
    work: (tx: Tx) => Promise<Result<Value, IdentityRefusalCode>>,
  ): Promise<Result<Value, IdentityRefusalCode>> {
    return this.database.asActor(actor, async (tx): Promise<Result<Value, IdentityRefusalCode>> => {
      const user = await lockUser(tx, userId, actor.memberId, false);
      if (user === undefined) return refused(userNotFound());
      const { memberId, roles } = user;
      const refusal = refuseSignInChange(actor, { userId, memberId, roles, memberHasAdmin: true });
      if (refusal !== undefined) return refused(userNotFound());
      if (!user.active) return refused(inactive());
      return work(tx);
    });
  }

  private append(
    tx: Tx,
    actor: UserActor,
    action: string,
    userId: UserId,
    detail?: Readonly<Record<string, string>>,
  ): Promise<void> {
    return this.audit.append(tx, actor, { action, objectKind: 'user', objectIds: [userId], detail });
  }
}

function userNotFound(): Refusal<'NOT_FOUND'> {
  const message = 'There is no such user, or you may not decide how it signs in.';
  return { code: 'NOT_FOUND', field: ['userId'], message };
}

function noProvider(): Refusal<'NOT_ALLOWED_IN_STATE'> {
  const message = 'Your member has no identity provider: set one with setIdentityProvider first.';
  return { code: 'NOT_ALLOWED_IN_STATE', field: ['userId'], message };
}

function notLinked(): Refusal<'NOT_ALLOWED_IN_STATE'> {
  const message = "The user is linked to no account at your member's identity provider.";
  return { code: 'NOT_ALLOWED_IN_STATE', field: ['userId'], message };
}

function inactive(): Refusal<'NOT_ALLOWED_IN_STATE'> {
  return { code: 'NOT_ALLOWED_IN_STATE', field: ['userId'], message: 'The user is deactivated, for good.' };
}

function taken(): Refusal<'IDENTITY_TAKEN'> {
  const message =
    'The account is linked to a user of your member, or the user to an account: detach that first.';
  return { code: 'IDENTITY_TAKEN', field: ['subject'], message };
}
