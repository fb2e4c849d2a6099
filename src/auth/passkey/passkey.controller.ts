import { Controller, Header, HttpCode, Post, Req, Res } from '@nestjs/common';
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';

import { CurrentActor, PublicRoute, Requires } from '../../access/index.js';
import type { Actor, UserActor } from '../../common/actor.js';
import { assert } from '../../common/assert.js';
import { toGlobalId } from '../../common/id.js';
import { Config } from '../../config/index.js';
import { boundedText, readBody, requireOwnPage } from '../browser/read-body.js';
import { sessionCookie } from '../browser/session-cookie.js';
import type { SessionAnswer } from '../browser/sign-in.controller.js';
import { SIGN_IN_PATH } from '../browser/sign-in-paths.js';
import { networkHash } from '../network.js';
import { SignIn } from '../sign-in.js';
import { StepUp } from '../step-up.js';
import { PasskeyProof } from './passkey-proof.js';
import { assertionSchema, attestationSchema } from './passkey-response.js';
import { Passkeys } from './passkeys.js';

const signInSchema = z.strictObject({ response: assertionSchema });
const registerSchema = z.strictObject({ name: boundedText(1000), response: attestationSchema });

/** Signing in, confirming and registering with a browser by passkey. Each takes two requests: a challenge, an answer. */
@Controller(SIGN_IN_PATH)
export class PasskeyController {
  constructor(
    private readonly people: SignIn,
    private readonly stepUp: StepUp,
    private readonly proof: PasskeyProof,
    private readonly passkeys: Passkeys,
    private readonly config: Config,
  ) {}

  @Post('passkey/challenge')
  @PublicRoute()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  challengeToSignIn(@Req() request: FastifyRequest): Promise<PublicKeyCredentialRequestOptionsJSON> {
    requireOwnPage(request, this.config.publicUrl);
    return this.proof.challenge();
  }

  @Post('passkey')
  @PublicRoute()
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async signIn(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionAnswer> {
    const { response } = readBody(request, signInSchema, this.config.publicUrl);
    const network = networkHash(this.config.secretKey, request.ip);
    const { token, leftS } = await this.people.by(
      () => this.proof.prove(response, network),
      'BROWSER',
      request.id,
    );
    void reply.header('set-cookie', sessionCookie(token, leftS));
    return { leftS };
  }

  @Post('step-up/passkey/challenge')
  @Requires('session:manage')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  challengeToStepUp(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ): Promise<PublicKeyCredentialRequestOptionsJSON> {
    requireOwnPage(request, this.config.publicUrl);
    return this.proof.challenge(personOf(actor).userId);
  }

  @Post('step-up/passkey')
  @Requires('session:manage')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  async stepUpByPasskey(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionAnswer> {
    const { response } = readBody(request, signInSchema, this.config.publicUrl);
    const network = networkHash(this.config.secretKey, request.ip);
    const { token, leftS } = await this.stepUp.by(actor, ({ userId }) =>
      this.proof.prove(response, network, userId),
    );
    void reply.header('set-cookie', sessionCookie(token, leftS));
    return { leftS };
  }

  @Post('passkeys/challenge')
  @Requires('passkey:manage')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  challengeToRegister(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ): Promise<PublicKeyCredentialCreationOptionsJSON> {
    requireOwnPage(request, this.config.publicUrl);
    return this.passkeys.challenge(personOf(actor));
  }

  @Post('passkeys')
  @Requires('passkey:manage')
  @HttpCode(201)
  @Header('cache-control', 'no-store')
  async register(
    @CurrentActor() actor: Actor,
    @Req() request: FastifyRequest,
  ): Promise<{ readonly id: string; readonly name: string }> {
    const { name, response } = readBody(request, registerSchema, this.config.publicUrl);
    const passkey = await this.passkeys.register(personOf(actor), name, response);
    return { id: toGlobalId('passkey', passkey.id), name: passkey.name };
  }
}

function personOf(actor: Actor): UserActor {
  assert(actor.kind === 'user', 'no machine holds session:manage or passkey:manage');
  return actor;
}
