import { hash } from 'node:crypto';
import type { NormalisedIdentifier } from '../../identifier/index.js';

/** Hex digits kept of the SHA-256 that identifies a value: 16 bytes. */
const VALUE_HASH_DIGITS = 32;

/** Equal for equal identifiers: the JSON array keeps type, scope and value apart whatever characters they hold. */
export function valueHash({
  type,
  scope,
  value,
}: Pick<NormalisedIdentifier, 'type' | 'scope' | 'value'>): string {
  return hash('sha256', JSON.stringify([type, scope, value]), 'hex').slice(0, VALUE_HASH_DIGITS);
}
