import { Controller, Get, Header, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { CurrentActor, PublicRoute, Requires } from '../../access/index.js';
import type { Actor } from '../../common/actor.js';
import { assert } from '../../common/assert.js';
import { Config } from '../../config/index.js';
import { boundedText, readBody, requireOwnPage } from '../browser/read-body.js';
import {
  clearedCookie,
  FLOW_COOKIE,
  flowCookie,
  readCookie,
  sessionCookie,
} from '../browser/session-cookie.js';
import { SIGN_IN_PATH } from '../browser/sign-in-paths.js';
import { FLOW_LIFE_S } from './provider-flow.js';
import { ProviderSignIn } from './provider-sign-in.js';

const beginSchema = z.strictObject({
  provider: boundedText(100),
  invitation: boundedText(100).optional(),
});

/** Where the page goes next. */
interface BeginAnswer {
  readonly url: string;
}

/** Signing in and confirming with a browser by the member's own provider. */
@Controller(SIGN_IN_PATH)
export class ProviderController {
  constructor(
    private readonly signIn: ProviderSignIn,
    private readonly config: Config,
  ) {}

  @Post('provider')
  @PublicRoute()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async begin(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BeginAnswer> {
    const { provider, invitation } = readBody(request, beginSchema, this.config.publicUrl);
    const { url, ticket } = await this.signIn.begin(provider, invitation);
    void reply.header('set-cookie', flowCookie(ticket, FLOW_LIFE_S));
    return { url };
  }

  @Post('step-up/provider')
  @Requires('session:manage')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async beginStepUp(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BeginAnswer> {
    requireOwnPage(request, this.config.publicUrl);
    assert(actor.kind === 'user', 'no machine holds session:manage');
    const { url, ticket } = await this.signIn.beginStepUp(actor);
    void reply.header('set-cookie', flowCookie(ticket, FLOW_LIFE_S));
    return { url };
  }

  /**
   * The browser comes back from the provider. It is sent on to the page in any case, so that code and state do not stay in
   * its address and its history.
   */
  @Get('callback/:provider')
  @PublicRoute()
  @Header('cache-control', 'no-store')
  async callback(
    @Param('provider') provider: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const ticket = readCookie(request.headers.cookie, FLOW_COOKIE);
    const { search } = new URL(request.url, this.config.publicUrl);
    const { ip: address, id: requestId } = request;
    const result = await this.signIn.finish({ provider, ticket, search, address, requestId });
    const isIn = 'token' in result;
    const cookies = [
      clearedCookie(FLOW_COOKIE),
      ...(isIn ? [sessionCookie(result.token, result.leftS)] : []),
    ];
    void reply
      .status(303)
      .header('set-cookie', cookies)
      .header('location', isIn ? SIGN_IN_PATH : `${SIGN_IN_PATH}?refused=${result.refused}`)
      .send();
  }
}
