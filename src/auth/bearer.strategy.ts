import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import passport from 'passport';
import Strategy from 'passport-custom';

import { setAnswerHeader } from '../graphql/index.js';
import type { TokenSubject } from './access-token.js';
import { headerValues, readPresentedToken, type PresentedToken } from './authorization-header.js';
import { DPOP_ALGORITHMS } from './dpop-proof.js';
import { Dpop } from './dpop.js';
import { TokenVerifier, type VerifiedToken } from './token-verifier.js';

/** The name under which passport knows the strategy. */
export const BEARER = 'bearer';

/**
 * The passport strategy of access tokens. It succeeds with the token's subject.
 *
 * A token that is bound to a key is taken by the scheme DPoP alone and with a proof of that key (RFC 9449, section 7.1);
 * one that is not, by the scheme Bearer alone. So neither passes for the other.
 */
@Injectable()
export class BearerStrategy extends PassportStrategy(Strategy, BEARER) {
  /** Set while the constructor of the base class registers the strategy, before a field of ours could be. */
  registry!: passport.Authenticator;

  constructor(
    private readonly verifier: TokenVerifier,
    private readonly dpop: Dpop,
  ) {
    super();
  }

  /** A registry of its own: two applications in one process would overwrite each other's strategy in passport's global one. */
  getPassportInstance(): passport.Authenticator {
    this.registry = new passport.Passport();
    return this.registry;
  }

  /** Called by passport. False is "no valid credential". */
  async validate(request: FastifyRequest): Promise<TokenSubject | false> {
    const presented = readPresentedToken(request.raw.rawHeaders);
    if (presented === undefined) return false;
    const verified = await this.verifier.verify(presented.token);
    if (presented.scheme === 'DPoP') return this.validateBound(request, presented, verified);
    return verified === undefined || verified.jkt !== undefined ? false : verified.subject;
  }

  private async validateBound(
    request: FastifyRequest,
    { token }: PresentedToken,
    verified: VerifiedToken | undefined,
  ): Promise<TokenSubject | false> {
    setAnswerHeader(request, 'dpop-nonce', this.dpop.nonce());
    if (verified?.jkt === undefined) return challenge(request, 'invalid_token');
    const [proof, ...others] = headerValues(request.raw.rawHeaders, 'dpop');
    const verdict = await this.dpop.prove(
      {
        proof: others.length > 0 ? undefined : proof,
        method: request.method,
        path: request.url.split('?', 1)[0] ?? '',
      },
      { accessToken: token, jkt: verified.jkt },
    );
    if ('jkt' in verdict) return verified.subject;
    return challenge(request, verdict.refused === 'NONCE_NEEDED' ? 'use_dpop_nonce' : 'invalid_dpop_proof');
  }
}

/** Tells a client what is wrong, which an answer of GraphQL has no place for (RFC 9449, sections 7.1 and 9). */
function challenge(request: FastifyRequest, error: string): false {
  setAnswerHeader(request, 'www-authenticate', `DPoP error="${error}", algs="${DPOP_ALGORITHMS.join(' ')}"`);
  return false;
}
