export { type ApartReason, type Clustering, type PossibleMatch } from './clustering.js';
export { clusterDescriptions } from './cluster-descriptions.js';
export {
  compareIdentifiers,
  type Comparison,
  type FieldComparison,
  type IndicatorKey,
  type ListedMerchant,
  type Subject,
  type SubjectIdentifier,
} from './compare-identifiers.js';
export { type DescribedIdentifier, type Description, type Judgement } from './description.js';
export { FIELD_EVIDENCE, TIERS, type FieldEvidence, type Tier } from './evidence.js';
export { isLinkKey } from './link-keys.js';
export { linkKeysOf } from './medium-pairs.js';
export { DEFAULT_MATCHING_SETTINGS, MODEL_VERSION, type MatchingSettings } from './model.js';
export { wordVariants } from './retrieval/near-words.js';
export { CANDIDATES_MAX, KEY_HOLDERS_MAX, type RetrievalKey } from './retrieval/retrieval-key.js';
export { nearRetrievalKeys, retrievalKeys, wordsOf } from './retrieval/retrieval-keys.js';
export { nearest, type NearWords } from './retrieval/vocabulary.js';
export { MATCHING_MODEL } from './model/model.js';
export { MODEL_RARITY } from './model-rarity.js';
export { addressForm } from './compare/address-form.js';
export { compareAddresses } from './compare/compare-address.js';
export { compareNames, type NameLevel } from './name/compare-names.js';
export { comparePersons, type PersonLevel } from './name/compare-persons.js';
export { nameForm } from './name/name-form.js';
export { personForm } from './name/person-form.js';
export { ownProfile } from './own-profile.js';
export { profileOf, type Profile } from './profile.js';
export { scorePair } from './score/score-pair.js';
export { scoreTier } from './score/score-tier.js';
export { type Bar } from './score/weigh-findings.js';
export { type Rarity } from './score/rarity.js';
