import { Injectable } from '@nestjs/common';
import { hash, verify, type Options } from '@node-rs/argon2';

import { Config } from '../config/index.js';
import { newSecret } from './secret.js';
import { normalPassword, PASSWORD_LENGTH_MAX } from './password-rule.js';

/** Argon2id with 19 MiB, two passes, one lane: OWASP Password Storage Cheat Sheet, first choice of equal strength. */
const COST: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** Tests sign in thousands of times and guard nobody's password. */
const TEST_COST: Options = { memoryCost: 64, timeCost: 1, parallelism: 1 };

/** Hashes passwords. Works on the thread pool, not on the loop that answers requests. */
@Injectable()
export class PasswordHasher {
  private readonly cost: Options;
  private readonly dummyHash: Promise<string>;

  constructor(config: Config) {
    this.cost = config.nodeEnv === 'test' ? TEST_COST : COST;
    this.dummyHash = hash(newSecret(), this.cost);
    // Whoever needs it sees the failure; until then it must not end the process.
    this.dummyHash.catch(() => undefined);
  }

  /** The hash of a password that `refusePassword` has let pass, in the PHC string format. */
  hash(password: string): Promise<string> {
    return hash(normalPassword(password), this.cost);
  }

  /**
   * Whether the password is the one behind the hash. Without a hash (nobody has that e-mail address) the answer is no
   * and takes as long, so that time does not tell who has an account.
   */
  async matches(password: string, passwordHash: string | undefined): Promise<boolean> {
    // Longer than any password that can be set: not worth hashing, for anybody.
    if (password.length > 4 * PASSWORD_LENGTH_MAX) return false;
    const matches = await verify(passwordHash ?? (await this.dummyHash), normalPassword(password));
    return matches && passwordHash !== undefined;
  }
}
