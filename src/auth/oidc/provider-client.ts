import { Injectable } from '@nestjs/common';
import { importPKCS8 } from 'jose';
import * as oidc from 'openid-client';

import { assert } from '../../common/assert.js';
import { Clock } from '../../common/clock.js';
import type { MemberId } from '../../common/id.js';
import { Config } from '../../config/index.js';
import { OutboundClient, outboundFetch, readOutboundUrl } from '../../outbound/index.js';
import { openSealed } from '../seal.js';
import { readProviderKey } from './provider-key.js';
import { keyPlaceOf, secretPlaceOf } from './provider-places.js';
import type { ProviderRow } from './provider.statements.js';

/** Minutes for which what a provider publishes of itself is believed before it is asked again. */
const DISCOVERY_MINUTES = 10;
/** Providers remembered at most; the oldest is forgotten first. */
const REMEMBERED_MAX = 500;
/** Seconds that the clocks of Cordon and a provider may be apart. */
export const CLOCK_TOLERANCE_S = 30;

const MEDIA_TYPES = ['application/json', 'application/jwk-set+json'];

/** Speaks with members' providers: what they publish, read through the outbound client and kept for a while. */
@Injectable()
export class ProviderClient {
  private readonly remembered = new Map<
    string,
    { readonly made: oidc.Configuration; readonly untilMs: number }
  >();

  constructor(
    private readonly outbound: OutboundClient,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * The provider, ready to be used. A change of its settings is in force at once: what is remembered is of one version.
   *
   * Throws when it cannot be reached, or says of itself what does not fit.
   */
  async open(row: ProviderRow): Promise<oidc.Configuration> {
    const key = `${row.id} ${row.changedAt.getTime()}`;
    const nowMs = this.clock.now().getTime();
    const known = this.remembered.get(key);
    if (known !== undefined && nowMs < known.untilMs) return known.made;
    const made = await this.discover(row, await this.authenticationOf(row));
    this.remembered.delete(key);
    const [oldest] = this.remembered.keys();
    if (this.remembered.size >= REMEMBERED_MAX && oldest !== undefined) this.remembered.delete(oldest);
    this.remembered.set(key, { made, untilMs: nowMs + DISCOVERY_MINUTES * 60_000 });
    return made;
  }

  /** Whether there is a provider at this issuer that can be used. For settings, before they are kept. */
  async isUsable(issuer: string, memberId: MemberId): Promise<boolean> {
    try {
      const made = await this.discover({ issuer, clientId: 'cordon', memberId }, undefined);
      const metadata = made.serverMetadata();
      const has = (name: 'authorization_endpoint' | 'token_endpoint' | 'jwks_uri'): boolean =>
        typeof readOutboundUrl(metadata[name] ?? '', this.config.outboundLoopback) !== 'string';
      return has('authorization_endpoint') && has('token_endpoint') && has('jwks_uri');
    } catch {
      // Whatever it is, the admin is told that it does not work; what exactly is for whoever runs the provider.
      return false;
    }
  }

  private async discover(
    { issuer, clientId, memberId }: Pick<ProviderRow, 'issuer' | 'clientId' | 'memberId'>,
    authentication: Authentication | undefined,
  ): Promise<oidc.Configuration> {
    const url = new URL(issuer);
    const isLocal = this.config.outboundLoopback && url.protocol === 'http:';
    const fetch = outboundFetch(this.outbound, { mediaTypes: MEDIA_TYPES, owner: memberId });
    const found = await oidc.discovery(url, clientId, undefined, oidc.None(), {
      [oidc.customFetch]: fetch,
      execute: isLocal ? [takeLoopback] : [],
    });
    const metadata = found.serverMetadata();
    const made = new oidc.Configuration(
      metadata,
      clientId,
      { [oidc.clockTolerance]: CLOCK_TOLERANCE_S },
      authentication?.(metadata) ?? oidc.None(),
    );
    made[oidc.customFetch] = fetch;
    if (isLocal) takeLoopback(made);
    // The signature counts although the token comes straight from the provider: TLS is not the only thing that holds.
    oidc.enableNonRepudiationChecks(made);
    return made;
  }

  private async authenticationOf(row: ProviderRow): Promise<Authentication> {
    const { clientSecretSealed, privateKeySealed, publicJwk } = row;
    if (clientSecretSealed !== null) {
      const secret = openSealed(this.config.secretKey, clientSecretSealed, secretPlaceOf(row.id));
      return ({ token_endpoint_auth_methods_supported: methods }) =>
        methods?.includes('client_secret_basic') === false
          ? oidc.ClientSecretPost(secret.toString('utf8'))
          : oidc.ClientSecretBasic(secret.toString('utf8'));
    }
    assert(privateKeySealed !== null && publicJwk !== null, 'a provider has a secret or a key');
    const der = openSealed(this.config.secretKey, privateKeySealed, keyPlaceOf(row.id));
    const pem = readProviderKey(der).export({ format: 'pem', type: 'pkcs8' }).toString();
    const key = await importPKCS8(pem, 'ES256');
    return () => oidc.PrivateKeyJwt({ key, kid: publicJwk.kid });
  }
}

/**
 * Has the library take a provider on this machine without TLS, where the setting for tests allows it. The library marks it
 * as deprecated for no other reason than that it be noticed.
 */
const takeLoopback: (client: oidc.Configuration) => void = Reflect.get(oidc, 'allowInsecureRequests');

/** How Cordon proves itself to a provider, chosen by what the provider takes. */
type Authentication = (metadata: Readonly<oidc.ServerMetadata>) => oidc.ClientAuth;
