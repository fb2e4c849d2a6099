import { Injectable } from '@nestjs/common';

import { AuditLog } from '../audit/index.js';
import type { UserActor } from '../common/actor.js';
import { assert } from '../common/assert.js';
import { Clock } from '../common/clock.js';
import { accepted, refused, type Refusal, type Result } from '../common/refusal.js';
import { Config } from '../config/index.js';
import { Database, type Tx } from '../database/index.js';
import { SELECT_OWN_CREDENTIAL, SET_AUTHENTICATOR, SET_PASSWORD } from './credential.statements.js';
import { PasswordHasher } from './password-hasher.js';
import { refusePassword } from './password-rule.js';
import { seal } from './seal.js';
import { Sessions } from './sessions.js';
import { Tickets } from './tickets.js';
import { newTotpSecret, totpStep, totpUri } from './totp.js';
import { totpPlaceOf } from './user-accounts.js';

/** How long somebody has to enter a new secret into their app and send its first code. */
export const AUTHENTICATOR_LIFE_S = 10 * 60;

/** A secret for an authenticator app, shown once, which is nobody's until a code of it comes back with the ticket. */
export interface NewAuthenticator {
  readonly totpSecret: string;
  readonly totpUri: string;
  readonly ticket: string;
  readonly endsAt: Date;
}

interface OwnCredential {
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string;
}

/**
 * A person's own password and authenticator. Whoever is signed in elsewhere as the person is signed out by a change: their
 * sessions end at once, access tokens issued before within 5 minutes.
 */
@Injectable()
export class OwnCredentials {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditLog,
    private readonly passwords: PasswordHasher,
    private readonly sessions: Sessions,
    private readonly tickets: Tickets,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  async changePassword(actor: UserActor, password: string): Promise<Result<null, 'WEAK_PASSWORD'>> {
    const { email, name, passwordHash: before } = await this.own(actor);
    const weak = refusePassword(password, [email, name]);
    if (weak !== undefined) return refused(weak);
    if (await this.passwords.matches(password, before)) return refused(SAME_PASSWORD);
    const passwordHash = await this.passwords.hash(password);
    await this.change(actor, 'user.change-password', (tx) =>
      tx.statement(SET_PASSWORD, [actor.userId, passwordHash]),
    );
    return accepted(null);
  }

  /** Nothing is changed by it. */
  async newAuthenticator(actor: UserActor): Promise<NewAuthenticator> {
    const { email } = await this.own(actor);
    const totpSecret = newTotpSecret();
    const content = { userId: actor.userId, totpSecret };
    const endsAt = new Date(this.clock.now().getTime() + AUTHENTICATOR_LIFE_S * 1000);
    const ticket = this.tickets.issue('authenticator', content, AUTHENTICATOR_LIFE_S);
    return { totpSecret, totpUri: totpUri(email, totpSecret), ticket, endsAt };
  }

  /** The new secret counts from now on, and the one before no longer. A ticket is good for one try. */
  async changeAuthenticator(
    actor: UserActor,
    { ticket, code }: { readonly ticket: string; readonly code: string },
  ): Promise<Result<null, 'WRONG_CODE' | 'TERM_OVER'>> {
    await this.own(actor);
    const content = await this.tickets.take('authenticator', ticket);
    const totpSecret = content?.['totpSecret'];
    if (content?.['userId'] !== actor.userId || totpSecret === undefined) return refused(TICKET_OVER);
    const step = totpStep(totpSecret, code.replaceAll(' ', ''), this.clock.now(), undefined);
    if (step === undefined) return refused(WRONG_CODE);
    const sealed = seal(this.config.secretKey, Buffer.from(totpSecret), totpPlaceOf(actor.userId));
    await this.change(actor, 'user.change-authenticator', (tx) =>
      tx.statement(SET_AUTHENTICATOR, [actor.userId, sealed, step]),
    );
    return accepted(null);
  }

  /** Before anything is judged: whoever is suspended or ended is told that, and nothing else. */
  private async own(actor: UserActor): Promise<OwnCredential> {
    const [own] = await this.database.asActor(actor, (tx) =>
      tx.statement<OwnCredential>(SELECT_OWN_CREDENTIAL, [actor.userId]),
    );
    assert(own !== undefined, 'whoever has entered has an account');
    return own;
  }

  private async change(actor: UserActor, action: string, write: (tx: Tx) => Promise<unknown>): Promise<void> {
    await this.database.asActor(actor, async (tx) => {
      await write(tx);
      await this.sessions.endOthersOf(tx, actor);
      await this.audit.append(tx, actor, { action, objectKind: 'user', objectIds: [actor.userId] });
    });
  }
}

const SAME_PASSWORD: Refusal<'WEAK_PASSWORD'> = {
  code: 'WEAK_PASSWORD',
  field: ['password'],
  message: 'It is the one that you have: choose another.',
};

const WRONG_CODE: Refusal<'WRONG_CODE'> = {
  code: 'WRONG_CODE',
  field: ['code'],
  message:
    'It is no code of the new secret: ask for another secret, and send the code that the app shows then.',
};

const TICKET_OVER: Refusal<'TERM_OVER'> = {
  code: 'TERM_OVER',
  field: ['ticket'],
  message: `A new secret is good for ${AUTHENTICATOR_LIFE_S / 60} minutes and one try: ask for another.`,
};
