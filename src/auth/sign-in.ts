import { Injectable } from '@nestjs/common';

import type { UserActor } from '../common/actor.js';
import { Clock } from '../common/clock.js';
import { UnauthenticatedError } from '../common/refusal.js';
import { Config } from '../config/index.js';
import { Database } from '../database/index.js';
import { SELECT_USER_BY_EMAIL, TAKE_TOTP_STEP, type UserCredential } from './credential.statements.js';
import { invalidSignIn } from './oauth-error.js';
import { PasswordHasher } from './password-hasher.js';
import { openSealed } from './seal.js';
import { Sessions } from './sessions.js';
import { SignInAttempts } from './sign-in-attempts.js';
import { totpStep } from './totp.js';
import { totpPlaceOf } from './user-accounts.js';

/** What a person signs in with. */
export interface SignInRequest {
  readonly email: string;
  readonly password: string;
  /** The six digits that the authenticator app shows. */
  readonly code: string;
  readonly requestId: string;
}

/** A person who has signed in. */
export interface SignedIn {
  readonly actor: UserActor;
  readonly refreshToken: string;
  /** Seconds that the session may last. */
  readonly leftS: number;
}

/** Longest e-mail address (RFC 5321, section 4.5.3.1.3). */
const EMAIL_LENGTH_MAX = 254;

/** Signs people in by password and TOTP. */
@Injectable()
export class SignIn {
  constructor(
    private readonly database: Database,
    private readonly attempts: SignInAttempts,
    private readonly passwords: PasswordHasher,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * Every refusal is one answer: unknown address, wrong password, wrong or used code, no tries left, not active. Each
   * of them hashes one password, so that they take as long, too.
   *
   * @throws OAuthError invalid_grant
   */
  async signIn(request: SignInRequest): Promise<SignedIn> {
    const email = request.email.toLowerCase();
    if (email.length > EMAIL_LENGTH_MAX) throw invalidSignIn();
    const mayTry = await this.attempts.take(email);
    const [user] = await this.database.systemStatement<UserCredential>('sign_in', SELECT_USER_BY_EMAIL, [
      email,
    ]);
    const isPassword = await this.passwords.matches(
      request.password,
      mayTry ? user?.passwordHash : undefined,
    );
    if (!isPassword || user === undefined) throw invalidSignIn();

    const step = this.stepOf(user, request.code);
    if (step === undefined) throw invalidSignIn();
    return this.startSession(user, email, step, request.requestId);
  }

  private stepOf(user: UserCredential, code: string): number | undefined {
    const secret = openSealed(this.config.secretKey, user.totpSecretSealed, totpPlaceOf(user.userId));
    const lastStep = user.totpLastStep === null ? undefined : Number(user.totpLastStep);
    return totpStep(secret.toString('utf8'), code, this.clock.now(), lastStep);
  }

  private async startSession(
    user: UserCredential,
    email: string,
    step: number,
    requestId: string,
  ): Promise<SignedIn> {
    const { memberId, userId, epoch, roles } = user;
    const actor: UserActor = { kind: 'user', memberId, userId, epoch, roles, requestId };
    try {
      return await this.database.asActor(actor, async (tx) => {
        const taken = await tx.statement(TAKE_TOTP_STEP, [userId, step]);
        if (taken.length === 0) throw invalidSignIn();
        await this.attempts.giveBack(tx, email);
        return { actor, ...(await this.sessions.start(tx, actor, userId)) };
      });
    } catch (error) {
      if (error instanceof UnauthenticatedError) throw invalidSignIn();
      throw error;
    }
  }
}
