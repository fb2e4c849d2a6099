import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { Authenticator } from '../access/index.js';
import type { Actor } from '../common/actor.js';
import type { TokenSubject } from './access-token.js';
import { BEARER, BearerStrategy } from './bearer.strategy.js';
import { CookieSession } from './browser/cookie-session.js';

/** What passport calls when a strategy has decided. */
type Decided = (error: unknown, subject?: TokenSubject | false | null) => void;
type PassportMiddleware = (
  request: FastifyRequest,
  reply: FastifyReply | object,
  next: (error?: unknown) => void,
) => void;

/** Asks the passport strategy, or the session's cookie, who a request comes from, and gives the answer the request's id. */
@Injectable()
export class PassportAuthenticator extends Authenticator {
  constructor(
    private readonly strategy: BearerStrategy,
    private readonly cookies: CookieSession,
  ) {
    super();
  }

  override async authenticate(request: FastifyRequest): Promise<Actor | undefined> {
    // Where both are sent, the header is meant: a browser adds its cookie unasked.
    const subject =
      request.headers.authorization === undefined
        ? await this.cookies.subjectOf(request)
        : await this.subjectOf(request);
    return subject === undefined ? undefined : { ...subject, requestId: request.id };
  }

  private subjectOf(request: FastifyRequest): Promise<TokenSubject | undefined> {
    return new Promise((resolve, reject) => {
      const decided: Decided = (error, subject) => {
        if (error !== null && error !== undefined) reject(asError(error));
        else resolve(subject === false || subject === null ? undefined : subject);
      };
      const authenticate = this.strategy.registry.authenticate(
        BEARER,
        { session: false },
        decided,
      ) as PassportMiddleware;
      authenticate(request, {}, (error) => {
        reject(asError(error));
      });
    });
  }
}

function asError(error: unknown): Error {
  return error instanceof Error
    ? error
    : new Error('The strategy failed without an error.', { cause: error });
}
