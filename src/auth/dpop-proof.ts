import { createHash } from 'node:crypto';

import { errors, jwtVerify } from 'jose';

import type { ProofKey, ProofKeys } from './dpop-keys.js';

/** The JWT type of proofs (RFC 9449, section 4.2). */
export const DPOP_TYPE = 'dpop+jwt';
/** Algorithms that a proof may be signed with. */
export const DPOP_ALGORITHMS = ['ES256', 'EdDSA'] as const;
/** Seconds after it was made for which a proof is taken. */
export const PROOF_AGE_MAX_S = 60;
/** Seconds that the clock of who made it may be ahead of ours. */
export const PROOF_AHEAD_MAX_S = 5;
/** Longest proof looked at. They have about 500 characters. */
const PROOF_LENGTH_MAX = 4096;
const JTI_LENGTH_MAX = 200;

/** What a proof must have been made for. */
export interface ProofPurpose {
  readonly method: string;
  /** The request's address without query, below our public URL. */
  readonly url: string;
  /** The token that the proof goes with; none at the token endpoint. */
  readonly accessToken?: string | undefined;
}

/** What a valid proof says. That it was not used before, and that its nonce is ours, is for the caller to make sure of. */
export interface DpopProof {
  /** Thumbprint of the key (RFC 7638): what a token is bound to. */
  readonly jkt: string;
  readonly jti: string;
  readonly nonce: string | undefined;
  /** When it is refused by its age. */
  readonly expiresAt: Date;
}

/**
 * Verifies a DPoP proof (RFC 9449, section 4.3): a JWT of its own type, signed by the private half of the public key that
 * it carries, made now, for this request and for this token. Undefined for anything else.
 */
export async function verifyDpopProof(
  proof: string,
  purpose: ProofPurpose,
  keys: ProofKeys,
  now: Date,
): Promise<DpopProof | undefined> {
  if (proof.length > PROOF_LENGTH_MAX) return undefined;
  let by: ProofKey | undefined;
  try {
    const { payload } = await jwtVerify(
      proof,
      async (header) => {
        by = await keys.keyIn(header);
        return by.key;
      },
      {
        typ: DPOP_TYPE,
        algorithms: [...DPOP_ALGORITHMS],
        requiredClaims: ['htm', 'htu', 'iat', 'jti'],
        clockTolerance: 0,
        currentDate: now,
      },
    );
    if (by === undefined || !isFor(purpose, payload)) return undefined;
    const { jti, iat = 0, nonce } = payload;
    const ageS = now.getTime() / 1000 - iat;
    if (ageS > PROOF_AGE_MAX_S || ageS < -PROOF_AHEAD_MAX_S) return undefined;
    if (typeof jti !== 'string' || jti === '' || jti.length > JTI_LENGTH_MAX) return undefined;
    if (nonce !== undefined && typeof nonce !== 'string') return undefined;
    return { jkt: by.jkt, jti, nonce, expiresAt: new Date((iat + PROOF_AGE_MAX_S) * 1000) };
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}

/** What a proof is remembered by. */
export function proofHash({ jkt, jti }: DpopProof): Buffer {
  return createHash('sha256').update(`${jkt}.${jti}`, 'utf8').digest();
}

function isFor(purpose: ProofPurpose, claims: Readonly<Record<string, unknown>>): boolean {
  if (claims['htm'] !== purpose.method || !isSameUrl(claims['htu'], purpose.url)) return false;
  // Without a token there is nothing that the claim could be of.
  const expected = purpose.accessToken === undefined ? undefined : tokenHash(purpose.accessToken);
  return claims['ath'] === expected;
}

/** `ath`: the token that a proof goes with (RFC 9449, section 4.2). */
export function tokenHash(accessToken: string): string {
  return createHash('sha256').update(accessToken, 'ascii').digest('base64url');
}

/** Whether `htu` names the address, apart from query and fragment, in whatever spelling a URL has. */
function isSameUrl(htu: unknown, url: string): boolean {
  if (typeof htu !== 'string' || !URL.canParse(htu)) return false;
  const [given, wanted] = [new URL(htu), new URL(url)];
  return (
    given.username === '' &&
    given.password === '' &&
    given.origin === wanted.origin &&
    given.pathname === wanted.pathname
  );
}
