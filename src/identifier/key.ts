import { createHash } from 'node:crypto';

import type { IdentifierKey, Strength } from './identifier.js';

/** Bytes kept of the SHA-256: at 10^9 keys, two different values meet by chance with a probability of about 10^-21. */
const KEY_BYTES = 16;

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
  const digest = createHash('sha256')
    .update(JSON.stringify([kind, scope, value]), 'utf8')
    .digest();
  return { kind, strength, hash: digest.subarray(0, KEY_BYTES).toString('hex') };
}
