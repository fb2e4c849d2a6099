import { Injectable } from '@nestjs/common';
import { PassportStrategy } from '@nestjs/passport';
import type { FastifyRequest } from 'fastify';
import passport from 'passport';
import Strategy from 'passport-custom';

import type { TokenSubject } from './access-token.js';
import { TokenVerifier } from './token-verifier.js';

/** The name under which passport knows the strategy. */
export const BEARER = 'bearer';

/** RFC 6750, section 2.1. Tokens in a query or a form are not looked for: they end up in logs. */
const AUTHORIZATION = /^bearer +([A-Za-z0-9._~+/-]+=*)$/i;

/** The passport strategy of access tokens. It succeeds with the token's subject. */
@Injectable()
export class BearerStrategy extends PassportStrategy(Strategy, BEARER) {
  /** Set while the constructor of the base class registers the strategy, before a field of ours could be. */
  registry!: passport.Authenticator;

  constructor(private readonly verifier: TokenVerifier) {
    super();
  }

  /** A registry of its own: two applications in one process would overwrite each other's strategy in passport's global one. */
  getPassportInstance(): passport.Authenticator {
    this.registry = new passport.Passport();
    return this.registry;
  }

  /** Called by passport. False is "no valid credential". */
  async validate(request: FastifyRequest): Promise<TokenSubject | false> {
    const [, token] = AUTHORIZATION.exec(request.headers.authorization ?? '') ?? [];
    return token === undefined ? false : ((await this.verifier.verify(token)) ?? false);
  }
}
