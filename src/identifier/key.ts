import { hash } from 'node:crypto';

import type { IdentifierKey, Strength } from './identifier.js';

/** Hex digits kept of the SHA-256: at 10^9 keys, two different values meet by chance with a probability of about 10^-21. */
const KEY_DIGITS = 32;

/**
 * The key of one normal form. The hash covers kind, scope and value as a JSON array: no two different triples have the
 * same encoding, whatever characters they hold. The strength is not hashed: it is a property, not part of the name.
 */
export function identifierKey(
  kind: string,
  strength: Strength,
  scope: string | null,
  value: string,
): IdentifierKey {
  // In one call: with an object for the hash it takes ten times as long, and a report has a dozen of them.
  const digest = hash('sha256', JSON.stringify([kind, scope, value]), 'hex');
  return { kind, strength, hash: digest.slice(0, KEY_DIGITS) };
}
