import { Injectable } from '@nestjs/common';

import type { UserActor } from '../../common/actor.js';
import { Clock } from '../../common/clock.js';
import type { UserId } from '../../common/id.js';
import type { Tx } from '../../database/index.js';
import { newSecret, secretHash } from '../secret.js';
import {
  DELETE_INVITATIONS,
  DELETE_LINK,
  INSERT_INVITATION,
  INSERT_LINK,
  type ProviderRow,
  SELECT_PROVIDER_OF_MEMBER,
} from './provider.statements.js';

/** Hours that an invitation can be used. */
const INVITATION_LIFE_HOURS = 72;

/**
 * Which account at the member's provider is whose. A link is made by an admin who names the account's subject, or by the
 * person with an invitation: never by an e-mail address that a provider says somebody has. The callers decide who may do it
 * to whom, and audit.
 */
@Injectable()
export class IdentityLinks {
  constructor(private readonly clock: Clock) {}

  /** A new invitation, in the place of those before it. Gives its secret, told once. */
  async invite(
    tx: Tx,
    actor: UserActor,
    userId: UserId,
  ): Promise<
    { readonly secret: string; readonly provider: ProviderRow; readonly expiresAt: Date } | undefined
  > {
    const [provider] = await tx.statement<ProviderRow>(SELECT_PROVIDER_OF_MEMBER, [actor.memberId]);
    if (provider === undefined) return undefined;
    const secret = newSecret();
    const now = this.clock.now();
    const expiresAt = new Date(now.getTime() + INVITATION_LIFE_HOURS * 3_600_000);
    await tx.statement(DELETE_INVITATIONS, [userId]);
    await tx.statement(INSERT_INVITATION, [
      ...[actor.memberId, userId, secretHash(secret)],
      ...[actor.userId, now, expiresAt],
    ]);
    return { secret, provider, expiresAt };
  }

  /** Links an account of the member's provider to a person. Gives why not. */
  async attach(
    tx: Tx,
    actor: UserActor,
    userId: UserId,
    subject: string,
  ): Promise<'NO_PROVIDER' | 'TAKEN' | undefined> {
    const [provider] = await tx.statement<ProviderRow>(SELECT_PROVIDER_OF_MEMBER, [actor.memberId]);
    if (provider === undefined) return 'NO_PROVIDER';
    const values = [actor.memberId, provider.issuer, subject, userId, actor.userId, this.clock.now()];
    return (await tx.statement(INSERT_LINK, values)).length === 0 ? 'TAKEN' : undefined;
  }

  /** False when the person has no link at the member's provider. */
  async detach(tx: Tx, actor: UserActor, userId: UserId): Promise<boolean> {
    const [provider] = await tx.statement<ProviderRow>(SELECT_PROVIDER_OF_MEMBER, [actor.memberId]);
    await tx.statement(DELETE_INVITATIONS, [userId]);
    if (provider === undefined) return false;
    const deleted = await tx.statement(DELETE_LINK, [userId, actor.memberId, provider.issuer]);
    return deleted.length > 0;
  }
}
