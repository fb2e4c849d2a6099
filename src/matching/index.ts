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
