import { Injectable } from '@nestjs/common';

import { AuditLog } from '../audit/index.js';
import { principalId, type Actor, type ClientActor } from '../common/actor.js';
import { UnauthenticatedError } from '../common/refusal.js';
import { Database } from '../database/index.js';
import { ACCESS_TOKEN_LIFE_S, type TokenSubject } from './access-token.js';
import { ClientAuthentication } from './client-authentication.js';
import { invalidClient, invalidRefreshToken, OAuthError } from './oauth-error.js';
import { required, type OAuthForm } from './oauth-form.js';
import { grantedScopes } from './scope.js';
import { Sessions } from './sessions.js';
import { SignIn } from './sign-in.js';
import { TokenIssuer } from './token-issuer.js';

/** A request to the token endpoint. */
export interface TokenRequest {
  readonly authorization: string | undefined;
  readonly form: OAuthForm;
  readonly requestId: string;
}

/** The answer of the token endpoint (RFC 6749, section 5.1). */
export interface TokenAnswer {
  readonly access_token: string;
  readonly token_type: 'Bearer';
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

  private async grantToClient({ authorization, form, requestId }: TokenRequest): Promise<TokenAnswer> {
    const { clientId, memberId, epoch, scopes: held } = await this.clients.authenticate(authorization, form);
    const scopes = grantedScopes(form.get('scope'), held);
    const actor: ClientActor = { kind: 'client', memberId, clientId, epoch, scopes, requestId };
    await this.enter(actor, invalidClient);
    return { ...(await this.answer(actor, ACCESS_TOKEN_LIFE_S)), scope: scopes.join(' ') };
  }

  private async grantToPerson({ form, requestId }: TokenRequest): Promise<TokenAnswer> {
    const { actor, refreshToken, leftS } = await this.people.signIn({
      email: required(form, 'username'),
      password: required(form, 'password'),
      code: required(form, 'totp'),
      requestId,
    });
    return { ...(await this.answer(actor, leftS)), refresh_token: refreshToken };
  }

  private async grantToSession({ form, requestId }: TokenRequest): Promise<TokenAnswer> {
    const { subject, refreshToken, leftS } = await this.sessions.continue(required(form, 'refresh_token'));
    const actor = { kind: 'user', ...subject, requestId } as const;
    await this.enter(actor, invalidRefreshToken);
    return { ...(await this.answer(actor, leftS)), refresh_token: refreshToken };
  }

  private async answer(subject: TokenSubject, leftS: number): Promise<TokenAnswer> {
    const lifeS = Math.min(ACCESS_TOKEN_LIFE_S, leftS);
    return {
      access_token: await this.issuer.issue(subject, lifeS),
      token_type: 'Bearer',
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
