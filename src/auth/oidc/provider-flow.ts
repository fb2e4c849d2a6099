import { createHmac } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import * as oidc from 'openid-client';

import { Clock } from '../../common/clock.js';
import type { IdentityProviderId, SessionId, UserId } from '../../common/id.js';
import { Config } from '../../config/index.js';
import { CALLBACK_PATH } from '../browser/sign-in-paths.js';
import { SESSION_LIFE_HOURS } from '../session-rule.js';
import { Tickets, type TicketContent, type TicketPurpose } from '../tickets.js';
import { CLOCK_TOLERANCE_S, ProviderClient } from './provider-client.js';
import type { ProviderRow } from './provider.statements.js';

/** Seconds that a person has to sign in at the provider. */
export const FLOW_LIFE_S = 600;

/** What a sign-in at a provider is for. */
export type FlowAim =
  /** To come in; by an invitation to be linked as well. */
  | { readonly invitation?: string | undefined }
  /** To confirm who is in a session. */
  | { readonly stepUp: { readonly userId: UserId; readonly sessionId: SessionId } };

/** A flow that has come back, once. */
export interface TakenFlow {
  readonly ticket: string;
  readonly begunAt: Date;
  readonly invitation: string | undefined;
  readonly stepUp: { readonly userId: UserId; readonly sessionId: SessionId } | undefined;
}

/** What the provider vouches for. */
export interface VouchedAccount {
  readonly issuer: string;
  readonly subject: string;
  readonly authenticatedAt: Date;
  readonly acr: unknown;
  readonly amr: unknown;
}

/**
 * A sign-in under way at a provider: the authorization code flow with PKCE, state, nonce and the issuer in the answer
 * (RFC 9700, section 2.1). Where a provider does not name itself in its answer, the address it answers to does: each has
 * its own (RFC 9700, section 4.4.2).
 *
 * The browser holds the flow's ticket in a cookie; state, nonce and verifier follow from it under the service's key, so
 * that nothing is kept in between, and nobody but the browser that began a flow can end it.
 */
@Injectable()
export class ProviderFlow {
  constructor(
    private readonly clients: ProviderClient,
    private readonly tickets: Tickets,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** The address to send the browser to, and the ticket for its cookie. Throws when the provider cannot be used. */
  async begin(
    provider: ProviderRow,
    aim: FlowAim,
  ): Promise<{ readonly url: string; readonly ticket: string }> {
    const client = await this.clients.open(provider);
    const content = { provider: provider.id, begunAt: this.clock.now().toISOString(), ...contentOf(aim) };
    const ticket = this.tickets.issue(purposeOf(aim), content, FLOW_LIFE_S);
    const { state, nonce, verifier } = this.secretsOf(ticket);
    const url = oidc.buildAuthorizationUrl(client, {
      scope: 'openid',
      redirect_uri: this.callbackOf(provider.id),
      state,
      nonce,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      max_age: 'stepUp' in aim ? '0' : String(MAX_AGE_S),
      ...('stepUp' in aim ? { prompt: 'login' } : {}),
      ...(client.serverMetadata().claims_parameter_supported === true ? { claims: WANTED_CLAIMS } : {}),
      ...(provider.acceptedAcr.length > 0 ? { acr_values: provider.acceptedAcr.join(' ') } : {}),
    });
    return { url: url.href, ticket };
  }

  /** What the flow of a ticket is for: the first time it is asked, and only for the provider it was begun with. */
  async take(ticket: string, id: IdentityProviderId): Promise<TakenFlow | undefined> {
    const content =
      (await this.tickets.take('provider-sign-in', ticket)) ??
      (await this.tickets.take('provider-step-up', ticket));
    if (content?.['provider'] !== id) return undefined;
    const { begunAt = '', invitation, userId, sessionId } = content;
    const stepUp =
      userId === undefined || sessionId === undefined
        ? undefined
        : { userId: userId as UserId, sessionId: sessionId as SessionId };
    return { ticket, begunAt: new Date(begunAt), invitation, stepUp };
  }

  /** The account that a provider's answer vouches for. Throws when anything of it does not fit. */
  async finish(provider: ProviderRow, flow: TakenFlow, search: string): Promise<VouchedAccount> {
    const client = await this.clients.open(provider);
    const { state, nonce, verifier } = this.secretsOf(flow.ticket);
    const answer = new URL(this.callbackOf(provider.id));
    answer.search = search;
    const tokens = await oidc.authorizationCodeGrant(client, answer, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      idTokenExpected: true,
      maxAge: MAX_AGE_S,
    });
    const claims = tokens.claims();
    const authTime = claims?.auth_time;
    if (claims === undefined || authTime === undefined) throw new Error('The ID token has no auth_time.');
    if (claims.sub.length > SUBJECT_LENGTH_MAX) throw new Error('The ID token has too long a subject.');
    if (flow.stepUp !== undefined) requireFresh(authTime, flow.begunAt);
    return {
      issuer: provider.issuer,
      subject: claims.sub,
      authenticatedAt: new Date(Math.min(authTime * 1000, this.clock.now().getTime())),
      acr: claims['acr'],
      amr: claims['amr'],
    };
  }

  /** Where a provider sends browsers back to, which the member's admin registers there. */
  callbackOf(id: IdentityProviderId): string {
    return `${this.config.publicUrl}${CALLBACK_PATH}/${id}`;
  }

  private secretsOf(ticket: string): Record<'state' | 'nonce' | 'verifier', string> {
    const derive = (label: string): string =>
      createHmac('sha256', this.config.secretKey)
        .update(`cordon.flow.${label}\0${ticket}`, 'utf8')
        .digest('base64url');
    return { state: derive('state'), nonce: derive('nonce'), verifier: derive('verifier') };
  }
}

/** How and when somebody signed in, which some providers tell only when they are asked (OpenID Connect Core, section 5.5). */
const WANTED_CLAIMS = JSON.stringify({ id_token: { acr: null, amr: null, auth_time: { essential: true } } });

/** Somebody who signed in at the provider longer ago than a session may live signs in there again. */
const MAX_AGE_S = SESSION_LIFE_HOURS * 3600;

/** Characters of a subject at most (OpenID Connect Core, section 2). */
export const SUBJECT_LENGTH_MAX = 255;

function purposeOf(aim: FlowAim): TicketPurpose {
  return 'stepUp' in aim ? 'provider-step-up' : 'provider-sign-in';
}

function contentOf(aim: FlowAim): TicketContent {
  if ('stepUp' in aim) return aim.stepUp;
  return aim.invitation === undefined ? {} : { invitation: aim.invitation };
}

/** A confirmation is worth something only if the person signed in for it, and not when the provider already knew them. */
function requireFresh(authTimeS: number, begunAt: Date): void {
  const earliestS = Math.floor(begunAt.getTime() / 1000) - CLOCK_TOLERANCE_S;
  if (authTimeS < earliestS) throw new Error('The provider did not ask the person to sign in anew.');
}
