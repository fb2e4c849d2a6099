import type { DisputeId, DisputeRulingId, MemberId, MerchantId, ReportId, UserId } from '../common/id.js';
import type { DisputeOutcome, DisputeStatus } from './dispute-status.js';

/** On what a listing may be disputed. */
export const DISPUTE_GROUNDS = [
  'MISTAKEN_IDENTITY',
  'IDENTITY_THEFT',
  'FACTUAL_ERROR',
  'INSUFFICIENT_EVIDENCE',
  'OUTDATED',
  'WRONG_REASON',
  'OWNERSHIP_CHANGED',
] as const;

export type DisputeGrounds = (typeof DISPUTE_GROUNDS)[number];

/** How a member that reported answers: its report stands, is taken back, or stands as it has corrected it since. */
export const DISPUTE_ANSWERS = ['STAND_BY', 'WITHDRAW', 'CORRECT'] as const;

export type DisputeAnswer = (typeof DISPUTE_ANSWERS)[number];

/** What part a reader has in a dispute. Whoever has none sees no dispute. */
export const DISPUTE_PARTS = ['FILER', 'REPORTER', 'REVIEWER'] as const;

export type DisputePart = (typeof DISPUTE_PARTS)[number];

/** A dispute as its reader sees it: what another part would tell is null. */
export interface Dispute {
  readonly id: DisputeId;
  readonly part: DisputePart;
  readonly handles: readonly MerchantId[];
  readonly grounds: DisputeGrounds;
  readonly statement: string;
  readonly status: DisputeStatus;
  /** 1 until an appeal, 2 from then on. */
  readonly stage: 1 | 2;
  readonly filedAt: Date;
  /** By when the reader's member answers, where it reported; else by when those do who reported at first. */
  readonly answerBy: Date;
  readonly ruledAt: Date | null;
  /** Why the ruling in force was made; null without, and where nobody answered. */
  readonly rulingReason: string | null;
  /** For the filer, for who reviews, and for who reported where the filer opted in. */
  readonly filedByMemberId: MemberId | null;
  readonly ownReference: string | null;
  readonly onBehalfOf: string | null;
  /** The own member's answer. */
  readonly answer: DisputeAnswer | null;
  readonly answerStatement: string | null;
  readonly answeredAt: Date | null;
  readonly lapsedAt: Date | null;
  /** The own member's reports that it is about. */
  readonly ownReportIds: readonly ReportId[];
}

/** How one member that reported answered, as reviewers see it: which member it is they know from the reports, if at all. */
export interface ReviewedAnswer {
  readonly answer: DisputeAnswer | null;
  readonly statement: string | null;
  readonly answeredAt: Date | null;
  readonly lapsedAt: Date | null;
  /** It has left and is still waited for: an analyst answers for it. */
  readonly inCare: boolean;
  /** Those of its reports that are open to the reviewer. */
  readonly reportIds: readonly ReportId[];
}

/** A ruling that reviewers have proposed. */
export interface DisputeRuling {
  readonly id: DisputeRulingId;
  readonly disputeId: DisputeId;
  readonly stage: 1 | 2;
  readonly outcome: DisputeOutcome;
  /** Of the identifiers that are taken off, where the dispute is upheld in part; lower-case hex. */
  readonly valueHashes: readonly string[] | null;
  readonly reason: string;
  readonly proposedBy: UserId;
  readonly proposedAt: Date;
}

/** All that reviewers decide from. */
export interface DisputeReview {
  readonly dispute: Dispute;
  readonly answers: readonly ReviewedAnswer[];
  readonly rulings: readonly (DisputeRuling & { readonly approvalsNeeded: number })[];
  readonly appealStatement: string | null;
}
