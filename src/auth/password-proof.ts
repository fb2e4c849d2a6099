import { Injectable } from '@nestjs/common';

import { Clock } from '../common/clock.js';
import { Config } from '../config/index.js';
import { Database, type Tx } from '../database/index.js';
import { SELECT_USER_BY_EMAIL, TAKE_TOTP_STEP, type UserCredential } from './credential.statements.js';
import { accountHash } from './network.js';
import { PasswordHasher } from './password-hasher.js';
import { AMR_PASSWORD } from './proof.js';
import { failed, type ProofResult } from './proved-person.js';
import { openSealed } from './seal.js';
import { SignInAttempts, type Try } from './sign-in-attempts.js';
import type { RefusalReason } from './sign-in-refused.js';
import { totpStep } from './totp.js';
import { totpPlaceOf } from './user-accounts.js';

/** What a person signs in with. */
export interface PasswordRequest {
  readonly email: string;
  readonly password: string;
  /** The six digits that the authenticator app shows. */
  readonly code: string;
  /** Keyed hash of the network it comes from (network.ts). */
  readonly network: Buffer;
}

/** Longest e-mail address (RFC 5321, section 4.5.3.1.3). */
const EMAIL_LENGTH_MAX = 254;

/** Checks password and one-time code. */
@Injectable()
export class PasswordProof {
  constructor(
    private readonly database: Database,
    private readonly attempts: SignInAttempts,
    private readonly passwords: PasswordHasher,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * Every failure does the same work: it takes a try, looks the address up and hashes one password, so that they take as
   * long, too; what still differs lies within the step of SignInRefusals.
   */
  async prove({ email: typed, password, code, network }: PasswordRequest): Promise<ProofResult> {
    const email = typed.toLowerCase().slice(0, EMAIL_LENGTH_MAX + 1);
    const mayTry = email.length <= EMAIL_LENGTH_MAX && (await this.attempts.take({ email, network }));
    const [user] = await this.database.systemStatement<UserCredential>('sign_in', SELECT_USER_BY_EMAIL, [
      email,
    ]);
    const isPassword = await this.passwords.matches(password, mayTry ? user?.passwordHash : undefined);
    const fails = (why: RefusalReason): ProofResult =>
      failed({
        method: 'PASSWORD',
        why,
        userId: user?.userId,
        account: accountHash(this.config.secretKey, email),
      });
    if (!mayTry) return fails('NO_TRIES_LEFT');
    if (user === undefined) return fails('UNKNOWN');
    if (!isPassword) return fails('WRONG_PASSWORD');
    const step = this.stepOf(user, code);
    if (step === undefined) return fails('WRONG_CODE');
    if (user.providerRequired) return fails('PROVIDER_REQUIRED');

    const { userId, memberId, epoch, roles } = user;
    const proof = { method: 'PASSWORD', amr: AMR_PASSWORD, authenticatedAt: this.clock.now() } as const;
    const spend = (tx: Tx): Promise<RefusalReason | undefined> =>
      this.spend(tx, user, step, { email, network });
    return { ok: true, person: { userId, memberId, epoch, roles, proof, spend } };
  }

  private async spend(
    tx: Tx,
    { userId }: UserCredential,
    step: number,
    tried: Try,
  ): Promise<RefusalReason | undefined> {
    const taken = await tx.statement(TAKE_TOTP_STEP, [userId, step]);
    if (taken.length === 0) return 'USED_CODE';
    await this.attempts.giveBack(tx, userId, tried);
    return undefined;
  }

  private stepOf(user: UserCredential, code: string): number | undefined {
    const secret = openSealed(this.config.secretKey, user.totpSecretSealed, totpPlaceOf(user.userId));
    const lastStep = user.totpLastStep === null ? undefined : Number(user.totpLastStep);
    return totpStep(secret.toString('utf8'), code, this.clock.now(), lastStep);
  }
}
