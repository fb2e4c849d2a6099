import type { IdentifierType, NormalisedSubject, SubjectIdentifier } from '../identifier/index.js';
import { type RetrievalKey, retrievalKeys } from '../matching/index.js';

/** Types by which a merchant is described. They are written in many ways, so that equal keys find too few of them. */
const DESCRIBING: ReadonlySet<IdentifierType> = new Set([
  'LEGAL_NAME',
  'TRADE_NAME',
  'DESCRIPTOR',
  'PERSON',
  'ADDRESS',
]);

/**
 * The hashes under which a subject is looked up on the first rung, each once: of its numbers, accounts and addresses of the
 * network. CONTEXT belongs to everyone and finds nobody.
 */
export function identifierHashes({ identifiers }: NormalisedSubject): readonly string[] {
  return keyHashes(identifiers.filter(({ type }) => !DESCRIBING.has(type)));
}

/** The keys under which a subject is looked up by how it is described; none where it gives numbers alone. */
export function describingKeys({ identifiers }: NormalisedSubject): readonly RetrievalKey[] {
  return identifiers.some(({ type }) => DESCRIBING.has(type)) ? retrievalKeys(identifiers) : [];
}

/** Every hash by which identifiers may equal a merchant's. */
export function keyHashes(identifiers: readonly Pick<SubjectIdentifier, 'keys'>[]): readonly string[] {
  const keys = identifiers.flatMap((identifier) => identifier.keys);
  return [...new Set(keys.filter(({ strength }) => strength !== 'CONTEXT').map(({ hash }) => hash))];
}
