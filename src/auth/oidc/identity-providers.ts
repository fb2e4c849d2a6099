import { Injectable } from '@nestjs/common';

import { AuditLog, type AuditDetail } from '../../audit/index.js';
import type { UserActor } from '../../common/actor.js';
import { Clock } from '../../common/clock.js';
import { newId, type IdentityProviderId } from '../../common/id.js';
import { Config } from '../../config/index.js';
import { Database, type NamedStatement, type Tx } from '../../database/index.js';
import { readOutboundUrl } from '../../outbound/index.js';
import { seal } from '../seal.js';
import { ProviderClient } from './provider-client.js';
import { newProviderKey } from './provider-key.js';
import { keyPlaceOf, secretPlaceOf } from './provider-places.js';
import {
  DELETE_PROVIDER,
  LOCK_PROVIDER_OF_MEMBER,
  type ProviderRow,
  SELECT_PROVIDER_OF_MEMBER,
  SET_PROVIDER_REQUIRED,
  UPSERT_PROVIDER,
} from './provider.statements.js';

/** A provider as a member's admin gives it. The caller has checked the form of each value. */
export interface GivenProvider {
  readonly issuer: string;
  readonly clientId: string;
  /** Left out: Cordon makes a key of its own, whose public half is registered at the provider. */
  readonly clientSecret?: string | undefined;
  readonly acceptedAcr: readonly string[];
}

/** The last session of these: the one in which the actor asks. */
const SELECT_METHOD: NamedStatement = {
  name: 'auth.selectSessionMethod',
  text: `select 1 from session where id = $1 and user_id = $2 and method = 'PROVIDER'`,
};

const END_OTHER_SESSIONS: NamedStatement = {
  name: 'auth.endSessionsNotByProvider',
  text: `select end_sessions(array(select id from principal where member_id = $1 and kind = 'USER'), $2, 'PROVIDER')`,
};

/** The provider of the actor's own member: what it is, and whether people sign in by it alone. */
@Injectable()
export class IdentityProviders {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly client: ProviderClient,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Enters as the actor, for what goes out before anything is kept: nobody who is suspended has us fetch. */
  async enter(actor: UserActor): Promise<void> {
    await this.database.asActor(actor, () => Promise.resolve());
  }

  async ofMember(actor: UserActor): Promise<ProviderRow | undefined> {
    return this.database.asActor(actor, async (tx) => {
      const [row] = await tx.statement<ProviderRow>(SELECT_PROVIDER_OF_MEMBER, [actor.memberId]);
      await this.append(tx, actor, 'identity-provider.read', row);
      return row;
    });
  }

  /** Why an issuer is refused, as a sentence; undefined when there is a provider at it that can be used. */
  async refuseIssuer(actor: UserActor, issuer: string): Promise<string | undefined> {
    const url = readOutboundUrl(issuer, this.config.outboundLoopback);
    if (typeof url === 'string') return url;
    if (url.search !== '' || url.hash !== '') return 'An issuer has no query and no fragment.';
    if (await this.client.isUsable(issuer, actor.memberId)) return undefined;
    return 'Nothing usable was found at .well-known/openid-configuration below this issuer: check it, and that it can be reached.';
  }

  /** Sets or replaces the provider. Accounts linked at another issuer stay, and sign nobody in while it is another. */
  async set(actor: UserActor, given: GivenProvider): Promise<ProviderRow> {
    const { issuer, clientId, clientSecret, acceptedAcr } = given;
    return this.database.asActor(actor, async (tx) => {
      const [before] = await tx.statement<ProviderRow>(LOCK_PROVIDER_OF_MEMBER, [actor.memberId]);
      const id = before?.id ?? newId('identityProvider');
      const key = clientSecret === undefined ? newProviderKey(id) : undefined;
      const secretKey = this.config.secretKey;
      const [row] = await tx.statement<ProviderRow>(UPSERT_PROVIDER, [
        ...[id, actor.memberId, issuer, clientId],
        clientSecret === undefined ? null : seal(secretKey, Buffer.from(clientSecret), secretPlaceOf(id)),
        key === undefined ? null : seal(secretKey, key.privateDer, keyPlaceOf(id)),
        key === undefined ? null : JSON.stringify(key.publicJwk),
        ...[acceptedAcr, this.clock.now()],
      ]);
      if (row === undefined) throw new Error('An upsert gives its row.');
      await this.append(tx, actor, 'identity-provider.set', row, {
        issuerChanged: before?.issuer !== issuer,
        by: key === undefined ? 'secret' : 'key',
      });
      return row;
    });
  }

  /**
   * Has the member's people sign in by the provider alone, or by the other ways as well. The first only by somebody whose
   * own session began at the provider: that it works is shown by that, and nobody locks themselves out. Sessions that began
   * in other ways end. Gives why not.
   */
  async setRequired(
    actor: UserActor,
    required: boolean,
  ): Promise<ProviderRow | 'NO_PROVIDER' | 'NOT_BY_PROVIDER'> {
    return this.database.asActor(actor, async (tx) => {
      const [provider] = await tx.statement<ProviderRow>(LOCK_PROVIDER_OF_MEMBER, [actor.memberId]);
      if (provider === undefined) return 'NO_PROVIDER';
      const own = await tx.statement(SELECT_METHOD, [actor.sessionId ?? null, actor.userId]);
      if (required && own.length === 0) return 'NOT_BY_PROVIDER';
      const now = this.clock.now();
      const [row] = await tx.statement<ProviderRow>(SET_PROVIDER_REQUIRED, [actor.memberId, required, now]);
      if (required) await tx.statement(END_OTHER_SESSIONS, [actor.memberId, now]);
      await this.append(tx, actor, 'identity-provider.require', row, { required });
      return row ?? 'NO_PROVIDER';
    });
  }

  /** False when there is none. */
  async remove(actor: UserActor, id: IdentityProviderId): Promise<boolean> {
    return this.database.asActor(actor, async (tx) => {
      const [row] = await tx.statement<ProviderRow>(DELETE_PROVIDER, [actor.memberId, id]);
      if (row !== undefined) await this.append(tx, actor, 'identity-provider.remove', row);
      return row !== undefined;
    });
  }

  private append(
    tx: Tx,
    actor: UserActor,
    action: string,
    row: ProviderRow | undefined,
    detail?: AuditDetail,
  ): Promise<void> {
    const objectIds = row === undefined ? [] : [row.id];
    return this.audit.append(tx, actor, { action, objectKind: 'identityProvider', objectIds, detail });
  }
}
