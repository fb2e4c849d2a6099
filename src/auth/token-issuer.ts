import { randomUUID } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { SignJWT } from 'jose';

import { Clock } from '../common/clock.js';
import { Config } from '../config/index.js';
import {
  ACCESS_TOKEN_ALGORITHM,
  ACCESS_TOKEN_LIFE_S,
  ACCESS_TOKEN_TYPE,
  claimsOf,
  type TokenSubject,
} from './access-token.js';
import { SigningKeys } from './signing-keys.js';

/** Makes access tokens. Whether a token may be made is decided by the callers. */
@Injectable()
export class TokenIssuer {
  constructor(
    private readonly keys: SigningKeys,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /**
   * A token for the subject that lives `lifeS` seconds, 1 to ACCESS_TOKEN_LIFE_S. With `jkt` it is bound to the key of
   * that thumbprint (RFC 9449, section 6.1).
   */
  async issue(subject: TokenSubject, lifeS: number = ACCESS_TOKEN_LIFE_S, jkt?: string): Promise<string> {
    const { kid, key } = await this.keys.signingKey();
    const issuedAt = Math.floor(this.clock.now().getTime() / 1000);
    return new SignJWT({ ...claimsOf(subject), ...(jkt !== undefined && { cnf: { jkt } }) })
      .setProtectedHeader({ alg: ACCESS_TOKEN_ALGORITHM, typ: ACCESS_TOKEN_TYPE, kid })
      .setIssuer(this.config.publicUrl)
      .setAudience(this.config.publicUrl)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + lifeS)
      .setJti(randomUUID())
      .sign(key);
  }
}
