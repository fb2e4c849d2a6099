import { hash } from 'node:crypto';

import { Injectable } from '@nestjs/common';
import { errors, jwtVerify, type CryptoKey, type JWTHeaderParameters } from 'jose';

import { Clock } from '../common/clock.js';
import { Config } from '../config/index.js';
import {
  ACCESS_TOKEN_ALGORITHM,
  ACCESS_TOKEN_LIFE_S,
  ACCESS_TOKEN_TYPE,
  subjectOf,
  type TokenSubject,
} from './access-token.js';
import { SigningKeys } from './signing-keys.js';

/** Verified tokens remembered at most; the oldest is forgotten first. About 1 KiB each. */
const REMEMBERED_MAX = 10_000;
/** Longest token looked at. Ours have about 700 characters. */
const TOKEN_LENGTH_MAX = 4096;

/** Seconds that the clock of the instance that made a token may be ahead of ours. */
const CLOCK_AHEAD_MAX_S = 5;
/** A thumbprint of RFC 7638. */
const THUMBPRINT = /^[A-Za-z0-9_-]{43}$/;

/** What a valid token says. */
export interface VerifiedToken {
  readonly subject: TokenSubject;
  /** The key that it is bound to (RFC 9449, section 6.1): worth nothing without a proof of it. */
  readonly jkt: string | undefined;
}

interface Remembered extends VerifiedToken {
  readonly expiresAtMs: number;
}

/**
 * Verifies access tokens. What a token says of itself is not believed before its signature: the algorithm, type, issuer
 * and audience are ours, the key is looked up by its id among our own, and keys or addresses of keys that the header
 * brings along (`jwk`, `jku`, `x5c`, `x5u`) are not looked at.
 *
 * A verified token is remembered by its SHA-256 until it expires: verifying anew costs two thirds of a request. That is
 * safe because whether the credential is still active is asked of the database at every statement, not here.
 */
@Injectable()
export class TokenVerifier {
  private readonly remembered = new Map<string, Remembered>();

  constructor(
    private readonly keys: SigningKeys,
    private readonly clock: Clock,
    private readonly config: Config,
  ) {}

  /** What a valid token says; undefined for any other text. */
  async verify(token: string): Promise<VerifiedToken | undefined> {
    if (token.length > TOKEN_LENGTH_MAX) return undefined;
    const digest = hash('sha256', token, 'base64');
    const nowMs = this.clock.now().getTime();
    const known = this.remembered.get(digest);
    if (known !== undefined) {
      if (nowMs < known.expiresAtMs) return known;
      this.remembered.delete(digest);
      return undefined;
    }
    const verified = await this.verifyAnew(token);
    if (verified !== undefined) this.remember(digest, verified);
    return verified;
  }

  private async verifyAnew(token: string): Promise<Remembered | undefined> {
    try {
      const { payload } = await jwtVerify(token, (header) => this.keyOf(header), {
        algorithms: [ACCESS_TOKEN_ALGORITHM],
        typ: ACCESS_TOKEN_TYPE,
        issuer: this.config.publicUrl,
        audience: this.config.publicUrl,
        requiredClaims: ['iat', 'exp', 'jti', 'sub'],
        clockTolerance: 0,
        currentDate: this.clock.now(),
      });
      const subject = subjectOf(payload);
      const { exp, iat, cnf } = payload;
      if (subject === undefined || exp === undefined || !this.isOfNow(iat, exp)) return undefined;
      const jkt = boundKey(cnf);
      return jkt === 'UNKNOWN' ? undefined : { subject, jkt, expiresAtMs: exp * 1000 };
    } catch (error) {
      if (error instanceof errors.JOSEError) return undefined;
      throw error;
    }
  }

  private isOfNow(iat = Infinity, exp = Infinity): boolean {
    const aheadS = iat - this.clock.now().getTime() / 1000;
    return aheadS <= CLOCK_AHEAD_MAX_S && exp - iat <= ACCESS_TOKEN_LIFE_S;
  }

  private async keyOf(header: JWTHeaderParameters): Promise<CryptoKey> {
    const key = typeof header.kid === 'string' ? await this.keys.verifyingKey(header.kid) : undefined;
    if (key === undefined) throw new errors.JWKSNoMatchingKey();
    return key;
  }

  private remember(digest: string, verified: Remembered): void {
    if (this.remembered.size >= REMEMBERED_MAX) {
      const oldest = this.remembered.keys().next();
      if (oldest.done !== true) this.remembered.delete(oldest.value);
    }
    this.remembered.set(digest, verified);
  }
}

/** The key of the claim `cnf`. UNKNOWN for a confirmation of another kind: who could not check it must not ignore it. */
function boundKey(cnf: unknown): string | undefined {
  if (cnf === undefined) return undefined;
  const jkt = typeof cnf === 'object' && cnf !== null && 'jkt' in cnf ? cnf.jkt : undefined;
  const isAlone = jkt !== undefined && Object.keys(cnf as object).length === 1;
  return isAlone && typeof jkt === 'string' && THUMBPRINT.test(jkt) ? jkt : 'UNKNOWN';
}
