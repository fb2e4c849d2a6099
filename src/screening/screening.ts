import type { IndicatorId, MerchantId, ScreeningId } from '../common/id.js';
import type { Refusal } from '../common/refusal.js';
import type { IdentifierRefusalCode, IdentifierType, SubjectInput } from '../identifier/index.js';
import type { Confidence, Purpose, SourceBand } from '../indicator/index.js';
import type { FieldEvidence, Tier } from '../matching/index.js';
import type { ReportReason } from '../report/index.js';

/** The most merchants that one request screens. */
export const SCREENED_MERCHANTS_MAX = 100;
/** The most characters of a caller's reference. */
export const REF_LENGTH_MAX = 100;
/** The most matches that one screening names, best first. */
export const MATCHES_MAX = 25;

/** Every rule that a screened merchant can break. */
export type ScreeningRefusalCode = IdentifierRefusalCode | 'TOO_MANY' | 'NO_IDENTIFIER' | 'DUPLICATE';

/** CLEAR: nothing that the asker may see agrees. REFUSED: the row broke a rule and was not looked up. */
export const SCREENING_OUTCOMES = ['CLEAR', 'MATCHES', 'REFUSED'] as const;

export type ScreeningOutcome = (typeof SCREENING_OUTCOMES)[number];

/** A merchant that a member asks about. `ref` is the member's own, to join the answer by. */
export interface ScreenedMerchant {
  readonly ref: string;
  readonly subject: SubjectInput;
}

/** How one of the asker's own fields agrees with a listed merchant. It never holds a value of the other side. */
export interface MatchedField {
  /** The path in the asker's input, e.g. `identifiers.0.value`. */
  readonly field: string;
  readonly type: IdentifierType;
  readonly evidence: FieldEvidence;
  /** The asker's own value, as values are shown: masked or defanged. */
  readonly yours: string;
  /** The indicator that agrees. Null where the evidence is a conflict. */
  readonly indicatorId: IndicatorId | null;
  readonly explanation: string;
}

/** A listed merchant that may be the one asked about: a lead, not a verdict. */
export interface ScreeningMatch {
  readonly merchantId: MerchantId;
  readonly tier: Tier;
  /** Gravest first. */
  readonly reasons: readonly ReportReason[];
  readonly evidence: readonly MatchedField[];
  /** What would rule the match out, or how to find out, in plain words; gravest first. */
  readonly ruleOut: readonly string[];
  readonly confidence: Confidence;
  readonly sources: SourceBand;
  /** Whether the listing is challenged. Answers from before challenges do not say. */
  readonly disputed?: boolean;
}

/** That the identity of whom a field names was misused by others: a marker that protects the victim, never a hit. */
export interface MisusedIdentity {
  /** The path in the asker's input, e.g. `identifiers.0.value`. */
  readonly field: string;
  readonly type: IdentifierType;
  /** The asker's own value, as values are shown. */
  readonly yours: string;
  /** ISO 8601. */
  readonly validUntil: string;
}

/** What a member is told of one merchant, as it is stored. */
export interface ScreeningAnswer {
  readonly outcome: ScreeningOutcome;
  /** The best of the matches; NONE without. */
  readonly tier: Tier;
  readonly matches: readonly ScreeningMatch[];
  /** Left out where there are none, and of answers from before there were any. */
  readonly markers?: readonly MisusedIdentity[];
  readonly refusals: readonly Refusal<ScreeningRefusalCode>[];
}

/** One question with its answer. */
export interface Screening extends ScreeningAnswer {
  readonly id: ScreeningId;
  readonly ref: string;
  readonly purpose: Purpose;
  readonly screenedAt: Date;
}
