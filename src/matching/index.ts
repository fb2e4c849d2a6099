export {
  type ApartReason,
  type Cluster,
  type Clustering,
  type Link,
  type PossibleMatch,
  type SharedKey,
} from './clustering.js';
export { clusterDescriptions } from './cluster-descriptions.js';
export {
  compareIdentifiers,
  type Comparison,
  type FieldComparison,
  type IndicatorKey,
  type ListedMerchant,
  type Subject,
  type SubjectIdentifier,
  type VisibleIndicator,
} from './compare-identifiers.js';
export { decideLink, type LinkDecision } from './decide-link.js';
export { DECISION_TABLE, type Decision, type DecisionRule } from './decide-tier.js';
export { type DescribedIdentifier, type Description, type Judgement } from './description.js';
export { FIELD_EVIDENCE, TIERS, type FieldEvidence, type Tier } from './evidence.js';
export { type Agreement, type Evidence } from './gather-evidence.js';
export { isLinkKey, isNameKey } from './link-keys.js';
export { linkKeysOf } from './medium-pairs.js';
export {
  checkMatchingSettings,
  DEFAULT_MATCHING_SETTINGS,
  MODEL_VERSION,
  SHARED_LIMIT_MAX,
  SHARED_LIMIT_MIN,
  type MatchingSettings,
} from './model.js';
export { RULE_OUT_CODES, type RuleOut, type RuleOutCode } from './rule-out.js';
export { sideOf, type Side, type SideIdentifier } from './side.js';
export { type RetrievableIdentifier } from './retrieval/name-tokens.js';
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
export { profileOf, type Profile } from './profile.js';
export { type PairScore, scorePair } from './score/score-pair.js';
export { scoreTier } from './score/score-tier.js';
export { type Bar } from './score/weigh-findings.js';
export { type Rarity } from './score/rarity.js';
