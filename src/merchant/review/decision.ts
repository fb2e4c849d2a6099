import type { ClientId, DecisionId, JudgementId, MerchantId, ReportId, UserId } from '../../common/id.js';
import type { Tier } from '../../matching/index.js';
import type { JudgementVerdict } from '../judgement.js';

/** What an analyst decided about: one pair of reports or merchants, several merchants into one, one into two. */
export const DECISION_KINDS = ['MATCH', 'MERGE', 'SPLIT'] as const;

export type DecisionKind = (typeof DECISION_KINDS)[number];

/** The most characters of the reason for a decision, or for undoing it. */
export const DECISION_REASON_LENGTH_MAX = 1_000;
/** The most merchants that one decision makes one. */
export const MERGED_MERCHANTS_MAX = 10;
/** The most reports that one decision splits off. */
export const SPLIT_REPORTS_MAX = 500;
/** The most reports of all merchants that one decision is about: more hang together than a person can have looked at. */
export const REVIEWED_REPORTS_MAX = 2_000;
/** The most judgements of one decision: every report that goes with every one that stays. */
export const DECISION_PAIRS_MAX = 10_000;

/** What a decision is about and what came of it, without who made it. */
export interface DecisionContent {
  readonly kind: DecisionKind;
  readonly verdict: JudgementVerdict;
  /** The merchants, by the ids that they were named by, in the order of the ids. */
  readonly merchantIds: readonly MerchantId[];
  /** Of a match the two reports, of a split those that go, of a merger the oldest of each; in the order of the ids. */
  readonly reportIds: readonly ReportId[];
  /** The possible match that it answers; null where the engine had put none before a person. */
  readonly possibleMatchId: JudgementId | null;
  /** Whether it parts what the engine had joined by itself. */
  readonly overturned: boolean;
  readonly tier: Tier | null;
  /** The model whose judgement it answers or overturns. */
  readonly modelVersion: string | null;
}

/** A decision as analysts read it. */
export interface ReviewDecision extends DecisionContent {
  readonly id: DecisionId;
  readonly reason: string;
  readonly decidedBy: UserId | ClientId;
  readonly decidedAt: Date;
  /** `decidedAt` to the microsecond, as PostgreSQL writes it. */
  readonly decidedAtExact: string;
  readonly undoneAt: Date | null;
  readonly undoneBy: UserId | ClientId | null;
  readonly undoneReason: string | null;
}
