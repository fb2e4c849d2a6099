import { Injectable } from '@nestjs/common';

import { AuditLog } from '../audit/index.js';
import { principalId, type Actor, type ClientActor } from '../common/actor.js';
import { UnauthenticatedError } from '../common/refusal.js';
import { Config } from '../config/index.js';
import { Database } from '../database/index.js';
import { ACCESS_TOKEN_LIFE_S, type TokenSubject } from './access-token.js';
import { ClientAuthentication } from './client-authentication.js';
import { networkHash } from './network.js';
import type { DpopProof } from './dpop-proof.js';
import { Dpop, type PresentedProof } from './dpop.js';
import { invalidClient, invalidProof, invalidRefreshToken, nonceNeeded, OAuthError } from './oauth-error.js';
import { required, type OAuthForm } from './oauth-form.js';
import { grantedScopes } from './scope.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';
import { TokenIssuer } from './token-issuer.js';

/** A request to the token endpoint. */
export interface TokenRequest {
  readonly authorization: string | undefined;
  readonly form: OAuthForm;
  /** The proof of its key, where the client sends one (RFC 9449). */
  readonly proof: PresentedProof | undefined;
  /** The address that it came from. */
  readonly address: string;
  readonly requestId: string;
}

/** The answer of the token endpoint (RFC 6749, section 5.1). */
export interface TokenAnswer {
  readonly access_token: string;
  readonly token_type: 'Bearer' | 'DPoP';
  /** Seconds. */
  readonly expires_in: number;
  readonly scope?: string;
  readonly refresh_token?: string;
}

/** The grants that the token endpoint knows. */
export const GRANT_TYPES = ['client_credentials', 'password', 'refresh_token'] as const;

/** Exchanges credentials for access tokens. */
@Injectable()
export class TokenService {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly clients: ClientAuthentication,
    private readonly people: SignIn,
    private readonly sessions: Sessions,
    private readonly issuer: TokenIssuer,
    private readonly dpop: Dpop,
    private readonly config: Config,
  ) {}

  /** @throws OAuthError with the code that RFC 6749, section 5.2 gives to what is wrong. */
  async grant(request: TokenRequest): Promise<TokenAnswer> {
    switch (required(request.form, 'grant_type')) {
      case 'client_credentials':
        return this.grantToClient(request);
      case 'password':
        return this.grantToPerson(request);
      case 'refresh_token':
        return this.grantToSession(request);
      default:
        throw new OAuthError('unsupported_grant_type', `The grants are ${GRANT_TYPES.join(', ')}.`);
    }
  }

  /** Ends the session of a refresh token (RFC 7009). An access token lives on, for at most its 300 seconds. */
  async revoke(form: OAuthForm): Promise<void> {
    await this.sessions.revoke(required(form, 'token'));
  }

  private async grantToClient(request: TokenRequest): Promise<TokenAnswer> {
    const { authorization, form, requestId } = request;
    // Before the client's own proof is used up: a proof that lacks a nonce comes again, with the same assertion maybe.
    const proof = await this.checkProof(request);
    const client = await this.clients.authenticate(authorization, form);
    if (client.dpopRequired && proof === undefined) throw invalidProof();
    const { clientId, memberId, epoch, scopes: held } = client;
    const scopes = grantedScopes(form.get('scope'), held);
    if (proof !== undefined && !(await this.dpop.take(proof))) throw invalidProof();
    const actor: ClientActor = { kind: 'client', memberId, clientId, epoch, scopes, requestId };
    await this.enter(actor, invalidClient);
    return { ...(await this.answer(actor, ACCESS_TOKEN_LIFE_S, proof?.jkt)), scope: scopes.join(' ') };
  }

  private async checkProof({ proof }: TokenRequest): Promise<DpopProof | undefined> {
    if (proof === undefined) return undefined;
    const checked = await this.dpop.check(proof);
    if (!('refused' in checked)) return checked;
    throw checked.refused === 'NONCE_NEEDED' ? nonceNeeded() : invalidProof();
  }

  private async grantToPerson({ form, address, requestId }: TokenRequest): Promise<TokenAnswer> {
    const request = {
      email: required(form, 'username'),
      password: required(form, 'password'),
      code: required(form, 'totp'),
      network: networkHash(this.config.secretKey, address),
    };
    const { actor, amr, token, leftS } = await this.people.byPassword(request, 'PROGRAM', requestId);
    return { ...(await this.answer({ ...actor, amr }, leftS)), refresh_token: token };
  }

  private async grantToSession({ form, requestId }: TokenRequest): Promise<TokenAnswer> {
    const { subject, refreshToken, leftS } = await this.sessions.continue(required(form, 'refresh_token'));
    const actor = { ...subject, requestId };
    await this.enter(actor, invalidRefreshToken);
    return { ...(await this.answer(actor, leftS)), refresh_token: refreshToken };
  }

  private async answer(subject: TokenSubject, leftS: number, jkt?: string): Promise<TokenAnswer> {
    const lifeS = Math.min(ACCESS_TOKEN_LIFE_S, leftS);
    return {
      access_token: await this.issuer.issue(subject, lifeS, jkt),
      token_type: jkt === undefined ? 'Bearer' : 'DPoP',
      expires_in: lifeS,
    };
  }

  /** Enters as the actor, which is what knows whether member and credential are active: its refusal becomes ours. */
  private async enter(actor: Actor, refusal: () => OAuthError): Promise<void> {
    const act = { action: 'token.issue', objectKind: actor.kind, objectIds: [principalId(actor)] };
    try {
      await this.database.asActor(actor, (tx) => this.audit.append(tx, actor, act));
    } catch (error) {
      if (error instanceof UnauthenticatedError) throw refusal();
      throw error;
    }
  }
}
