import { Injectable } from '@nestjs/common';

import type { Role } from '../common/actor.js';
import { assert } from '../common/assert.js';
import { Clock } from '../common/clock.js';
import { newId, type MemberId, type UserId } from '../common/id.js';
import { Config } from '../config/index.js';
import type { NamedStatement, Tx } from '../database/index.js';
import { REMOVE_PASSKEYS } from './credential.statements.js';
import { PasswordHasher } from './password-hasher.js';
import { refusePassword } from './password-rule.js';
import { BUMP_EPOCH, DEACTIVATE_PRINCIPAL, INSERT_PRINCIPAL } from './principal.statements.js';
import { seal, type SealedPlace } from './seal.js';
import { newSecret } from './secret.js';
import { Sessions } from './sessions.js';
import { newTotpSecret, totpUri } from './totp.js';

/** What a new person needs. The caller has decided that the roles may be granted. */
export interface NewUser {
  readonly memberId: MemberId;
  /** Taken in lower case. */
  readonly email: string;
  readonly name: string;
  readonly roles: readonly Role[];
  /** Left out: a random one. Given: one that `refusePassword` lets pass. */
  readonly password?: string | undefined;
  /** Left out: a random one. Given: base32, for demonstrations whose credentials are printed. */
  readonly totpSecret?: string | undefined;
}

/** What the person is told once: none of it can be read again. */
export interface NewUserCredentials {
  readonly userId: UserId;
  readonly password: string;
  readonly totpSecret: string;
  readonly totpUri: string;
}

/**
 * None where the address has an account. The unique index says so, for the account may be another member's, which whoever
 * asks does not see; of two for one address at the same moment, the second waits for the first.
 */
const INSERT_USER: NamedStatement = {
  name: 'auth.insertUser',
  text: `insert into app_user (id, email, name, roles, password_hash, totp_secret_sealed) values ($1, $2, $3, $4, $5, $6)
    on conflict (email) do nothing returning id`,
};

const SET_ROLES: NamedStatement = {
  name: 'auth.setRoles',
  text: `update app_user set roles = $2 where id = $1`,
};

/** By app_user_pkey. */
const SET_CREDENTIALS: NamedStatement = {
  name: 'auth.setCredentials',
  text: `update app_user set password_hash = $2, totp_secret_sealed = $3, totp_last_step = null where id = $1 returning email`,
};

/** The accounts of people. Who may do what to whom is decided by the callers; each of them audits. */
@Injectable()
export class UserAccounts {
  constructor(
    private readonly passwords: PasswordHasher,
    private readonly sessions: Sessions,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** Makes an account, or gives undefined when the address has one. */
  async create(tx: Tx, user: NewUser): Promise<NewUserCredentials | undefined> {
    const email = user.email.toLowerCase();
    const password = user.password ?? newSecret();
    assert(refusePassword(password) === undefined, 'the caller has checked a password that it gives');
    const userId = newId('user');
    const totpSecret = user.totpSecret ?? newTotpSecret();
    const sealed = seal(this.config.secretKey, Buffer.from(totpSecret), totpPlaceOf(userId));
    const passwordHash = await this.passwords.hash(password);
    await tx.query('savepoint new_user');
    await tx.statement(INSERT_PRINCIPAL, [userId, user.memberId, 'USER', this.clock.now()]);
    const values = [userId, email, user.name, user.roles, passwordHash, sealed];
    if ((await tx.statement(INSERT_USER, values)).length === 0) {
      await tx.query('rollback to savepoint new_user');
      return undefined;
    }
    return { userId, password, totpSecret, totpUri: totpUri(email, totpSecret) };
  }

  /** Gives a person other roles, in force at the next statement: tokens issued before are of a past epoch. */
  async changeRoles(tx: Tx, userId: UserId, roles: readonly Role[]): Promise<void> {
    await tx.statement(SET_ROLES, [userId, roles]);
    await tx.statement(BUMP_EPOCH, [userId]);
  }

  /** Gives a person a new password and TOTP secret; what they had, passkeys and sessions included, signs nobody in. */
  async reset(tx: Tx, userId: UserId): Promise<NewUserCredentials> {
    const [password, totpSecret] = [newSecret(), newTotpSecret()];
    const sealed = seal(this.config.secretKey, Buffer.from(totpSecret), totpPlaceOf(userId));
    const values = [userId, await this.passwords.hash(password), sealed];
    const [user] = await tx.statement<{ email: string }>(SET_CREDENTIALS, values);
    assert(user !== undefined, 'the caller has locked the account');
    await tx.statement(REMOVE_PASSKEYS, [userId]);
    await tx.statement(BUMP_EPOCH, [userId]);
    await this.sessions.endOfUser(tx, userId);
    return { userId, password, totpSecret, totpUri: totpUri(user.email, totpSecret) };
  }

  /** Ends an account for good: tokens and sessions at once. */
  async deactivate(tx: Tx, userId: UserId): Promise<void> {
    await tx.statement(DEACTIVATE_PRINCIPAL, [userId]);
    await this.sessions.endOfUser(tx, userId);
  }
}

/** Where a person's TOTP secret is sealed to. */
export function totpPlaceOf(userId: UserId): SealedPlace {
  return { table: 'app_user', column: 'totp_secret_sealed', row: userId };
}
