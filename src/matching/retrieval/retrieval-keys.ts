import { contactKeys } from './contact-keys.js';
import { nameKeys, nearNameKeys } from './name-keys.js';
import { nameTokens, type RetrievableIdentifier } from './name-tokens.js';
import { personKeys } from './person-keys.js';
import { placeKeys } from './place-keys.js';
import { distinctRetrievalKeys, type RetrievalKey } from './retrieval-key.js';
import type { NearWords } from './vocabulary.js';

/**
 * The keys by which a description is stored and looked for beside the exact keys of its identifiers: of names, places,
 * persons and contacts. Each once, those that fewer hold first within one value.
 */
export function retrievalKeys(identifiers: readonly RetrievableIdentifier[]): readonly RetrievalKey[] {
  return distinctRetrievalKeys(
    identifiers.flatMap((identifier) => [
      ...nameKeys(identifier),
      ...personKeys(identifier),
      ...placeKeys(identifier),
      ...contactKeys(identifier),
    ]),
  );
}

/** The further keys by which a description is looked for where its names may be misspelt, on either side. */
export function nearRetrievalKeys(
  identifiers: readonly RetrievableIdentifier[],
  near: NearWords,
): readonly RetrievalKey[] {
  return distinctRetrievalKeys(identifiers.flatMap((identifier) => nearNameKeys(identifier, near)));
}

/** The words of a description's names, each once: what a vocabulary is made of. */
export function wordsOf(identifiers: readonly RetrievableIdentifier[]): readonly string[] {
  return [...new Set(identifiers.flatMap(nameTokens))];
}
