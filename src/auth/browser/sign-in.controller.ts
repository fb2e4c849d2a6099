import { Controller, Header, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { CurrentActor, PublicRoute, Requires } from '../../access/index.js';
import type { Actor } from '../../common/actor.js';
import { Config } from '../../config/index.js';
import { networkHash } from '../network.js';
import { SignIn } from '../sign-in.js';
import { StepUp } from '../step-up.js';
import { BrowserSessions } from './browser-sessions.js';
import { boundedText, readBody, requireOwnPage } from './read-body.js';
import { clearedCookie, readCookie, SESSION_COOKIE, sessionCookie } from './session-cookie.js';
import { SIGN_IN_PATH } from './sign-in-paths.js';

/** Longer than any password that can be set, in bytes as well. */
const PASSWORD_LENGTH_MAX = 1024;

const proofSchema = z.strictObject({ password: boundedText(PASSWORD_LENGTH_MAX), code: boundedText(10) });
const passwordSchema = proofSchema.extend({ email: boundedText(1000) });

/** What a browser is told of a session that began or was confirmed. */
export interface SessionAnswer {
  /** Seconds that the session may last. */
  readonly leftS: number;
}

/** Signing in, confirming and signing out with a browser: by password and one-time code. */
@Controller(SIGN_IN_PATH)
export class SignInController {
  constructor(
    private readonly people: SignIn,
    private readonly stepUp: StepUp,
    private readonly sessions: BrowserSessions,
    private readonly config: Config,
  ) {}

  @Post('password')
  @PublicRoute()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async byPassword(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionAnswer> {
    const given = readBody(request, passwordSchema, this.config.publicUrl);
    const network = networkHash(this.config.secretKey, request.ip);
    const { token, leftS } = await this.people.byPassword({ ...given, network }, 'BROWSER', request.id);
    void reply.header('set-cookie', sessionCookie(token, leftS));
    return { leftS };
  }

  /** Confirms who it is, before what grants power. */
  @Post('step-up/password')
  @Requires('session:manage')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async stepUpByPassword(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionAnswer> {
    const given = readBody(request, proofSchema, this.config.publicUrl);
    const network = networkHash(this.config.secretKey, request.ip);
    const { token, leftS } = await this.stepUp.byPassword(actor, { ...given, network });
    void reply.header('set-cookie', sessionCookie(token, leftS));
    return { leftS };
  }

  /** Signs out. It answers anyone: a browser whose session is over is to forget its cookie as well. */
  @Post('end')
  @PublicRoute()
  @HttpCode(204)
  @Header('cache-control', 'no-store')
  async end(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    requireOwnPage(request, this.config.publicUrl);
    const token = readCookie(request.headers.cookie, SESSION_COOKIE);
    if (token !== undefined) await this.sessions.end(token);
    void reply.header('set-cookie', clearedCookie(SESSION_COOKIE));
  }
}
