import type { JudgementId, MerchantId, ReportId } from '../../common/id.js';
import type { ApartReason, Tier } from '../../matching/index.js';

/** In which order possible matches are listed. */
export const POSSIBLE_MATCH_ORDERS = ['OLDEST', 'STRONGEST', 'LARGEST'] as const;

export type PossibleMatchOrder = (typeof POSSIBLE_MATCH_ORDERS)[number];

/** One of the two merchants of a possible match. */
export interface MatchSide {
  readonly merchantId: MerchantId;
  /** The report that stands for it: the one that the engine compared. */
  readonly reportId: ReportId;
  /** A name that the report gives, as it may be shown. */
  readonly name: string | null;
  /** Its reports that stand. */
  readonly reportCount: number;
}

/** Two merchants that the engine leaves to a person. */
export interface PossibleMatch {
  readonly id: JudgementId;
  readonly since: Date;
  readonly tier: Tier;
  /** log2 likelihood ratio; null of a judgement made without a score. */
  readonly score: number | null;
  readonly reason: ApartReason;
  readonly modelVersion: string;
  readonly left: MatchSide;
  readonly right: MatchSide;
}

/** Which possible matches to list. An absent field does not narrow. */
export interface PossibleMatchFilter {
  readonly tiers?: readonly Tier[] | undefined;
  readonly reasons?: readonly string[] | undefined;
  /** Of this merchant, by any id that it has or had. */
  readonly merchantId?: MerchantId | undefined;
  /** Those that an analyst looked at and left open, instead of those that none has decided. */
  readonly leftOpen: boolean;
}
