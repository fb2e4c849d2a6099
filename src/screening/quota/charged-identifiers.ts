import type { NormalisedSubject } from '../../identifier/index.js';

/** Hex digits of a key's hash that are kept to tell identifiers apart: 64 bits. */
const DIGITS = 16;

/**
 * What asking about a subject is charged for: each identifier that it is looked up by, names and persons included, as the
 * 64-bit number that its most telling key begins with, each once. What belongs to everyone (CONTEXT) is not looked up and
 * costs nothing. Written in decimal, as PostgreSQL's bigint.
 */
export function chargedIdentifiers({ identifiers }: NormalisedSubject): readonly string[] {
  const telling = identifiers.flatMap(
    ({ keys }) => keys.find(({ strength }) => strength !== 'CONTEXT')?.hash ?? [],
  );
  return [...new Set(telling)].map((hash) =>
    BigInt.asIntN(64, BigInt(`0x${hash.slice(0, DIGITS)}`)).toString(),
  );
}
