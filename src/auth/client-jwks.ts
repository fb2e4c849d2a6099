import { createPublicKey } from 'node:crypto';

import { parseJson } from '../common/parse-json.js';
import { accepted, refused, type Refusal, type Result } from '../common/refusal.js';

/** Keys that one client may have at once: one in use, one to change to, and a few to spare. */
const CLIENT_KEYS_MAX = 5;

/** A public key of a client, in the form that is stored: P-256 for ES256, Ed25519 for EdDSA. */
export type ClientJwk =
  | {
      readonly kty: 'EC';
      readonly crv: 'P-256';
      readonly x: string;
      readonly y: string;
      readonly kid?: string;
    }
  | { readonly kty: 'OKP'; readonly crv: 'Ed25519'; readonly x: string; readonly kid?: string };

export interface ClientJwks {
  readonly keys: readonly ClientJwk[];
}

/** A key as a member gives it. */
export interface ClientJwkInput {
  readonly kty: string;
  readonly crv: string;
  readonly x: string;
  readonly y?: string | undefined;
  readonly kid?: string | undefined;
}

/**
 * Checks the public keys of a client: 1 to CLIENT_KEYS_MAX, of the two kinds that assertions are signed with, each a
 * point of its curve, with different `kid`s where there are several (an assertion then names its key). Pure.
 */
export function checkClientJwks(keys: readonly ClientJwkInput[]): Result<ClientJwks, 'INVALID_KEY'> {
  const refusals: Refusal<'INVALID_KEY'>[] = [];
  const checked: ClientJwk[] = [];
  keys.forEach((key, index) => {
    const jwk = checkJwk(key);
    if (typeof jwk === 'string') refusals.push(refusal(['keys', String(index)], jwk));
    else checked.push(jwk);
  });
  if (keys.length === 0) refusals.push(refusal(['keys'], 'There is no key: leave jwks out to get a secret.'));
  if (keys.length > CLIENT_KEYS_MAX)
    refusals.push(refusal(['keys'], `At most ${CLIENT_KEYS_MAX} keys are taken.`));
  const kids = new Set(checked.map((key) => key.kid));
  if (checked.length > 1 && (kids.has(undefined) || kids.size !== checked.length)) {
    refusals.push(refusal(['keys'], 'Several keys need different kids, for an assertion names its key.'));
  }
  return refusals.length > 0 ? refused(...refusals) : accepted({ keys: checked });
}

/**
 * Whether a client that may prove itself by `after` could do so by every key of `before`. Where one was taken away, it may
 * have been stolen: tokens got by it must end. Pure.
 */
export function keepsEveryKey(before: ClientJwks, after: ClientJwks): boolean {
  const pointOf = ({ kty, x }: ClientJwk): string => `${kty} ${x}`;
  const points = new Set(after.keys.map(pointOf));
  return before.keys.every((key) => points.has(pointOf(key)));
}

/** Keys of a published set that are looked at; the rest is left out. */
const PUBLISHED_KEYS_MAX = 20;

/**
 * Reads a key set as a client publishes it (RFC 7517, section 5): the keys that assertions can be signed with. Keys of
 * other kinds or for other uses are left out, as that RFC asks. Undefined when it is no key set or has no such key. Pure.
 */
export function readPublishedJwks(text: string): ClientJwks | undefined {
  const set = parseJson(text);
  if (!isRecord(set) || !Array.isArray(set['keys'])) return undefined;
  const keys = set['keys'].slice(0, PUBLISHED_KEYS_MAX).flatMap((each: unknown) => {
    if (!isRecord(each) || !isForSigning(each)) return [];
    const { kty, crv, x, y, kid } = each;
    if (typeof kty !== 'string' || typeof crv !== 'string' || typeof x !== 'string') return [];
    const jwk = checkJwk({ kty, crv, x, y: textOf(y), kid: textOf(kid) });
    return typeof jwk === 'string' ? [] : [jwk];
  });
  return keys.length === 0 ? undefined : { keys };
}

/** A private key in public is anyone's, and proves nothing. */
function isForSigning(jwk: Readonly<Record<string, unknown>>): boolean {
  return jwk['d'] === undefined && (jwk['use'] === undefined || jwk['use'] === 'sig');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The key, reduced to what is stored, or the rule that it breaks. */
export function checkJwk({ kty, crv, x, y, kid }: ClientJwkInput): ClientJwk | string {
  if (kid !== undefined && (kid === '' || kid.length > 200)) return 'A kid has 1 to 200 characters.';
  const common = kid === undefined ? {} : { kid };
  let jwk: ClientJwk;
  if (kty === 'EC' && crv === 'P-256') {
    if (y === undefined) return 'A P-256 key has x and y.';
    jwk = { kty, crv, x, y, ...common };
  } else if (kty === 'OKP' && crv === 'Ed25519') {
    jwk = { kty, crv, x, ...common };
  } else {
    return 'Only P-256 keys (for ES256) and Ed25519 keys (for EdDSA) are taken.';
  }
  return isPoint(jwk) ? jwk : 'The key is not a point of its curve: check x and y.';
}

function isPoint(jwk: ClientJwk): boolean {
  try {
    createPublicKey({ key: { ...jwk }, format: 'jwk' });
    return true;
  } catch {
    return false;
  }
}

function refusal(field: readonly string[], message: string): Refusal<'INVALID_KEY'> {
  return { code: 'INVALID_KEY', field: ['jwks', ...field], message };
}
