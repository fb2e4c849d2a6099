import type { NormalisedIdentifier } from './identifier.js';

/**
 * Parts that tell how a value was written and not which value it is: one name in two scripts, or with the family name
 * first and last, is one name.
 */
const PARTS_AS_WRITTEN: ReadonlySet<string> = new Set(['native', 'written']);

/** What tells two identifiers apart. */
export type IdentifiedBy = Pick<NormalisedIdentifier, 'type' | 'scope' | 'value' | 'parts'>;

/** Equal for two identifiers that are the same, however each was typed. For comparing and hashing, not for reading. */
export function identityOf({ type, scope, value, parts }: IdentifiedBy): string {
  const telling = Object.keys(parts).filter((name) => !PARTS_AS_WRITTEN.has(name));
  return JSON.stringify([type, scope, value, telling.sort().map((name) => [name, parts[name]])]);
}
