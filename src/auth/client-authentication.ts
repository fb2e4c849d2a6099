import { Injectable } from '@nestjs/common';

import { Clock } from '../common/clock.js';
import { fromGlobalId, toGlobalId } from '../common/id.js';
import { Config } from '../config/index.js';
import { Database } from '../database/index.js';
import {
  claimedClientId,
  JWT_BEARER_ASSERTION,
  verifyClientAssertion,
  type UsedAssertion,
} from './client-assertion.js';
import type { ClientJwks } from './client-jwks.js';
import { ClientKeySets } from './client-key-sets.js';
import {
  DELETE_EXPIRED_ASSERTIONS,
  SELECT_CLIENT,
  TAKE_ASSERTION,
  type ClientCredential,
} from './credential.statements.js';
import { invalidClient } from './oauth-error.js';
import { invalidRequest, readBasic, required, type OAuthForm } from './oauth-form.js';
import { isSecret, secretHash } from './secret.js';

/** What a client presents of itself: exactly one of three ways. */
type Presented =
  | { readonly how: 'secret'; readonly clientId: string; readonly secret: string }
  | { readonly how: 'assertion'; readonly clientId: string; readonly assertion: string };

const NOBODY_HASH = secretHash('');
/** How far the clocks of two instances may be apart. */
const INSTANCE_CLOCKS_MS = 60_000;

/** Finds out which client asks, by client_secret_basic, client_secret_post or private_key_jwt. */
@Injectable()
export class ClientAuthentication {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly keySets: ClientKeySets,
  ) {}

  /**
   * The client behind a request, which has proved itself but may be inactive: entering as the actor decides that.
   *
   * @throws OAuthError invalid_request when it presents itself in no way, or in two; invalid_client when it fails.
   */
  async authenticate(authorization: string | undefined, form: OAuthForm): Promise<ClientCredential> {
    const presented = presentedBy(authorization, form);
    const clientId = fromGlobalId('client', presented.clientId);
    const [client] =
      clientId === undefined
        ? []
        : await this.database.systemStatement<ClientCredential>('sign_in', SELECT_CLIENT, [clientId]);
    const isProved =
      presented.how === 'secret'
        ? isSecret(presented.secret, client?.secretHash ?? NOBODY_HASH) && presented.secret !== ''
        : await this.isProvedBy(presented.assertion, client);
    if (!isProved || client === undefined) throw invalidClient();
    return client;
  }

  private async isProvedBy(assertion: string, client: ClientCredential | undefined): Promise<boolean> {
    if (client === undefined) return false;
    const used = await this.verify(assertion, client);
    return used !== undefined && this.takes(client, used);
  }

  /** By the keys that stand here, or by those that the client publishes: as known, and else as they are now. */
  private async verify(assertion: string, client: ClientCredential): Promise<UsedAssertion | undefined> {
    const clientId = toGlobalId('client', client.clientId);
    const by = (jwks: ClientJwks): Promise<UsedAssertion | undefined> =>
      verifyClientAssertion(assertion, { clientId, jwks }, this.config.publicUrl, this.clock.now());
    if (client.jwks !== null) return by(client.jwks);
    if (client.jwksUri === null) return undefined;

    const address = { uri: client.jwksUri, owner: client.memberId };
    const known = await this.keySets.known(address);
    const used = known === undefined ? undefined : await by(known);
    if (used !== undefined) return used;
    const renewed = await this.keySets.renewed(address);
    return renewed === undefined ? undefined : by(renewed);
  }

  /** Takes the assertion's `jti`: once, on all instances. */
  private takes({ clientId }: ClientCredential, { jti, expiresAt }: UsedAssertion): Promise<boolean> {
    return this.database.asSystem('sign_in', async (tx) => {
      // One that has expired by our clock may still count by another instance's.
      const spent = new Date(this.clock.now().getTime() - INSTANCE_CLOCKS_MS);
      await tx.statement(DELETE_EXPIRED_ASSERTIONS, [spent]);
      return (await tx.statement(TAKE_ASSERTION, [clientId, jti, expiresAt])).length === 1;
    });
  }
}

function presentedBy(authorization: string | undefined, form: OAuthForm): Presented {
  const basic = readBasic(authorization);
  const ways = [authorization !== undefined, form.has('client_secret'), form.has('client_assertion')];
  if (ways.filter(Boolean).length > 1) throw invalidRequest('The client authenticates in more than one way.');

  if (form.has('client_assertion')) {
    const assertion = required(form, 'client_assertion');
    if (required(form, 'client_assertion_type') !== JWT_BEARER_ASSERTION) {
      throw invalidRequest(`The client_assertion_type is ${JWT_BEARER_ASSERTION}.`);
    }
    const claimed = claimedClientId(assertion);
    if (claimed === undefined || (form.get('client_id') ?? claimed) !== claimed) throw invalidClient();
    return { how: 'assertion', clientId: claimed, assertion };
  }
  if (basic !== undefined) {
    const [clientId, secret] = basic;
    if ((form.get('client_id') ?? clientId) !== clientId) throw invalidClient();
    return { how: 'secret', clientId, secret };
  }
  if (authorization !== undefined) throw invalidClient();
  return { how: 'secret', clientId: required(form, 'client_id'), secret: required(form, 'client_secret') };
}
