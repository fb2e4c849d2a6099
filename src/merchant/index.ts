export { NameWords } from './candidates/name-words.service.js';
export { descriptionContent } from './description-content.js';
export { linkHashes } from './description-keys.js';
export { Descriptions } from './descriptions.service.js';
export {
  type ComparedMatchType,
  PossibleMatchType,
  type ReviewedMerchantType,
} from './graphql/possible-match.types.js';
export { toDecision } from './graphql/to-decision.js';
export { toComparedMatch, toPossibleMatch } from './graphql/to-possible-match.js';
export { JUDGEMENT_VERDICTS, type JudgementVerdict } from './judgement.js';
export { MerchantModule } from './merchant.module.js';
export { MERCHANT_STATUSES, type MerchantStatus } from './merchant-status.js';
export type { MerchantStanding, MerchantState } from './merchant-steps.js';
export { type LockedMerchant, Merchants } from './merchants.service.js';
export { RegisterRarity } from './rarity/register-rarity.service.js';
export { MerchantResolver } from './resolver.service.js';
export { MERGED_MERCHANTS_MAX, SPLIT_REPORTS_MAX } from './review/decision.js';
export { type DecisionResult, ReviewDecisions } from './review/decisions.service.js';
export { POSSIBLE_MATCH_ORDERS, type PossibleMatchOrder } from './review/possible-match.js';
export { PossibleMatches } from './review/possible-matches.service.js';
export { ReviewCounts } from './review/review-counts.service.js';
export type { ReviewFigures } from './review/review-figures.js';
export { openToAnalyst } from './review/sql/open-to-analyst.js';
export { WAITING_MATCHES } from './review/sql/select-possible-matches.js';
export { INSERT_DESCRIPTIONS_CTES } from './sql/insert-description.js';
export { DESCRIPTION_CHANGED, MERCHANT_CHANGED, type MerchantChanged } from './topics.js';
