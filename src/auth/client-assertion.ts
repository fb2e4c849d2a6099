import {
  decodeJwt,
  errors,
  importJWK,
  jwtVerify,
  type CryptoKey,
  type JWTHeaderParameters,
  type JWTPayload,
} from 'jose';

import type { ClientJwk, ClientJwks } from './client-jwks.js';

/** The `client_assertion_type` of RFC 7523, section 2.2. */
export const JWT_BEARER_ASSERTION = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
/** Algorithms that a client may sign its assertion with. */
export const ASSERTION_ALGORITHMS = ['ES256', 'EdDSA'] as const;
/** Seconds that an assertion may live (security.md, Authentication). */
export const ASSERTION_LIFE_MAX_S = 60;
/** Seconds that a client's clock may be ahead of ours. */
export const ASSERTION_CLOCK_AHEAD_MAX_S = 5;
/** JWT types that an assertion may have: none, the general one, and that of RFC 7523bis. Never that of another use. */
const ASSERTION_TYPES = new Set([undefined, 'JWT', 'client-authentication+jwt']);
/** Longest `jti` that is stored. */
const JTI_LENGTH_MAX = 200;

/** What an assertion that proved its client is remembered by, so that it counts once. */
export interface UsedAssertion {
  readonly jti: string;
  readonly expiresAt: Date;
}

/** The client id that an assertion claims, before anything is verified: only to find whose keys to verify it with. */
export function claimedClientId(assertion: string): string | undefined {
  try {
    return decodeJwt(assertion).sub;
  } catch {
    return undefined;
  }
}

/**
 * Verifies a client's assertion (private_key_jwt, RFC 7523 section 3): signed by a key of the client's, issuer and
 * subject the client, with a `jti`, and living at most ASSERTION_LIFE_MAX_S.
 *
 * The audience is our `issuer` and nothing beside it, as one text (RFC 7523bis, section 4; FAPI 2.0, section 5.3.2.1): an
 * assertion made for several, or for an address that somebody else told the client, could have been obtained elsewhere.
 *
 * Undefined for anything else. That the `jti` was not used before is for the caller to make sure of.
 */
export async function verifyClientAssertion(
  assertion: string,
  client: { readonly clientId: string; readonly jwks: ClientJwks },
  issuer: string,
  now: Date,
): Promise<UsedAssertion | undefined> {
  try {
    const { payload, protectedHeader } = await jwtVerify(assertion, (header) => keyOf(header, client.jwks), {
      algorithms: [...ASSERTION_ALGORITHMS],
      issuer: client.clientId,
      subject: client.clientId,
      audience: issuer,
      requiredClaims: ['exp', 'jti'],
      clockTolerance: 0,
      currentDate: now,
    });
    const { aud, jti, exp = Infinity } = payload;
    if (typeof aud !== 'string' || !ASSERTION_TYPES.has(protectedHeader.typ)) return undefined;
    if (!isShortLived(payload, now.getTime() / 1000)) return undefined;
    if (typeof jti !== 'string' || jti === '' || jti.length > JTI_LENGTH_MAX) return undefined;
    return { jti, expiresAt: new Date(exp * 1000) };
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined;
    throw error;
  }
}

/**
 * Whether an assertion lives no longer than it may. One that says when it was made is measured by itself, so that a
 * client whose clock is a little ahead can use the whole minute; one that does not, from now.
 */
function isShortLived({ iat, exp = Infinity }: JWTPayload, nowS: number): boolean {
  if (iat === undefined) return exp - nowS <= ASSERTION_LIFE_MAX_S;
  return iat - nowS <= ASSERTION_CLOCK_AHEAD_MAX_S && exp - iat <= ASSERTION_LIFE_MAX_S;
}

/** The client's one key that the header can mean: by algorithm, and by `kid` where it gives one. */
async function keyOf(header: JWTHeaderParameters, jwks: ClientJwks): Promise<CryptoKey> {
  const wanted: ClientJwk['kty'] = header.alg === 'ES256' ? 'EC' : 'OKP';
  const keys = jwks.keys.filter(
    ({ kty, kid }) => kty === wanted && (header.kid === undefined || kid === undefined || kid === header.kid),
  );
  const [jwk] = keys;
  if (jwk === undefined || keys.length > 1) throw new errors.JWKSNoMatchingKey();
  const key = await importJWK({ ...jwk }, header.alg);
  if (key instanceof Uint8Array) throw new errors.JWKSNoMatchingKey();
  return key;
}
