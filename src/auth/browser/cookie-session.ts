import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

import { Config } from '../../config/index.js';
import type { PersonSubject } from '../access-token.js';
import { BrowserSessions } from './browser-sessions.js';
import { isFromOwnPage } from './same-origin.js';
import { readCookie, SESSION_COOKIE } from './session-cookie.js';

/** Finds out who a request comes from by its cookie. */
@Injectable()
export class CookieSession {
  constructor(
    private readonly sessions: BrowserSessions,
    private readonly config: Config,
  ) {}

  /** The person, where the request has the cookie of a live session and was made by a page of our own. */
  async subjectOf(request: FastifyRequest): Promise<PersonSubject | undefined> {
    const token = readCookie(request.headers.cookie, SESSION_COOKIE);
    if (token === undefined || !isFromOwnPage(request.headers, this.config.publicUrl)) return undefined;
    return this.sessions.subjectOf(token);
  }
}
