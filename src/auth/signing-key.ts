import { ACCESS_TOKEN_LIFE_S } from './access-token.js';

/**
 * NEXT is published so that every verifier knows it before it signs; CURRENT signs; RETIRED is published until the last
 * token that it signed has expired.
 */
export type SigningKeyState = 'NEXT' | 'CURRENT' | 'RETIRED';

/** The public half of a signing key, as /.well-known/jwks.json shows it (RFC 8037). */
export interface PublicJwk {
  readonly kty: 'OKP';
  readonly crv: 'Ed25519';
  readonly x: string;
}

/** What deciding about a key needs of it. */
export interface SigningKey {
  readonly kid: string;
  readonly state: SigningKeyState;
  readonly createdAt: Date;
  readonly retiredAt: Date | null;
}

/** What to do with the keys, in this order. All empty: nothing. */
export interface RotationPlan {
  readonly remove: readonly string[];
  readonly retire: readonly string[];
  readonly promote: readonly string[];
  /** States of new keys. */
  readonly create: readonly SigningKeyState[];
}

/** Days that one key signs before the next takes its place by itself. */
export const SIGNING_KEY_LIFE_DAYS = 30;
/** Seconds that an instance works with the keys it read: so long after a rotation it may still sign with the old one. */
export const SIGNING_KEYS_CACHE_S = 30;
/**
 * Seconds after which every verifier knows a key: the age of what an instance works with, that of what somebody outside
 * has read there, and a quarter minute for clocks.
 */
export const KEY_KNOWN_AFTER_S = 2 * SIGNING_KEYS_CACHE_S + 15;
/**
 * Seconds that a retired key is still published: as long as it may go on signing (see `signingKeyOf`), the last token's
 * life, an instance's cache, and a minute for clocks.
 */
export const RETIRED_KEY_KEPT_S = KEY_KNOWN_AFTER_S + ACCESS_TOKEN_LIFE_S + SIGNING_KEYS_CACHE_S + 60;

const DAY_MS = 86_400_000;

/**
 * Decides what a rotation does to the keys: NEXT becomes CURRENT, CURRENT becomes RETIRED, a new NEXT is made, and
 * retired keys that no valid token can name are removed. With no keys yet, CURRENT and NEXT are made.
 *
 * Without `force`, keys are rotated only when CURRENT has signed for SIGNING_KEY_LIFE_DAYS. NEXT is made at the moment
 * its forerunner begins to sign, so NEXT's age is how long CURRENT has signed. Pure.
 */
export function planRotation(keys: readonly SigningKey[], now: Date, force: boolean): RotationPlan {
  const remove = keys.filter((key) => isSpent(key, now)).map((key) => key.kid);
  const current = keys.find((key) => key.state === 'CURRENT');
  const next = keys.find((key) => key.state === 'NEXT');

  if (current === undefined || next === undefined) {
    const create: SigningKeyState[] =
      current === undefined && next === undefined ? ['CURRENT', 'NEXT'] : ['NEXT'];
    // A lone NEXT signs from now on: without a CURRENT nothing else can.
    const promote = current === undefined && next !== undefined ? [next.kid] : [];
    return { remove, retire: [], promote, create };
  }
  const isDue = now.getTime() - next.createdAt.getTime() >= SIGNING_KEY_LIFE_DAYS * DAY_MS;
  return force || isDue
    ? { remove, retire: [current.kid], promote: [next.kid], create: ['NEXT'] }
    : { remove, retire: [], promote: [], create: [] };
}

/**
 * Decides which key signs: the newest of CURRENT and RETIRED that every verifier knows by now. Where two rotations
 * follow each other within KEY_KNOWN_AFTER_S, the second promotes a key that was made a moment ago, and a token signed by
 * it would be refused by whoever has not read it yet: so an older key goes on signing for that long. Where
 * none is that old, on the very first start, the oldest signs. Undefined without keys. Pure.
 */
export function signingKeyOf<Key extends SigningKey>(keys: readonly Key[], now: Date): Key | undefined {
  const newestFirst = keys
    .filter((key) => key.state !== 'NEXT' && !isSpent(key, now))
    .sort((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || endOf(b) - endOf(a));
  const isKnown = (key: Key): boolean => now.getTime() - key.createdAt.getTime() >= KEY_KNOWN_AFTER_S * 1000;
  return newestFirst.find(isKnown) ?? newestFirst.at(-1);
}

/** When a key stopped being CURRENT; the first two are made at one moment, and only this tells them apart. */
function endOf(key: SigningKey): number {
  return key.retiredAt?.getTime() ?? Number.MAX_SAFE_INTEGER;
}

function isSpent(key: SigningKey, now: Date): boolean {
  return key.retiredAt !== null && now.getTime() - key.retiredAt.getTime() > RETIRED_KEY_KEPT_S * 1000;
}
