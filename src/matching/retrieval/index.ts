export { CandidateIndex, type Retrievable } from './candidate-index.js';
export { localDigitsKeys } from './contact-keys.js';
export { type RetrievableIdentifier } from './name-tokens.js';
export { wordVariants } from './near-words.js';
export { CANDIDATES_MAX, KEY_HOLDERS_MAX, type RetrievalKey, type RetrievalKind } from './retrieval-key.js';
export { nearRetrievalKeys, retrievalKeys, wordsOf } from './retrieval-keys.js';
export { nearest, type NearWords, Vocabulary } from './vocabulary.js';
