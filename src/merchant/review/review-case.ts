import type { DecisionId, JudgementId, MerchantId, ReportId } from '../../common/id.js';
import type { Tier } from '../../matching/index.js';
import type { JudgementVerdict } from '../judgement.js';

/** A report that describes one of the merchants in hand. */
export interface Member {
  readonly id: ReportId;
  readonly merchantId: MerchantId;
}

/** An analyst's judgement that stands, `a` before `b` in the order of the ids. */
export interface StandingJudgement {
  readonly id: JudgementId;
  readonly a: ReportId;
  readonly b: ReportId;
  readonly verdict: JudgementVerdict;
  /** Null only of a judgement that no decision made. */
  readonly decisionId: DecisionId | null;
}

/** A judgement of the engine that stands. */
export interface EngineFinding {
  readonly id: JudgementId;
  readonly a: ReportId;
  readonly b: ReportId;
  readonly verdict: JudgementVerdict;
  /** Of a possible match. */
  readonly tier: Tier | null;
  readonly modelVersion: string | null;
}

/** Everything that a decision about some merchants looks at, locked until it is stored. */
export interface ReviewCase {
  /** The reports that stand in them and describe them, the oldest first. */
  readonly members: readonly Member[];
  /** Among the members. */
  readonly standing: readonly StandingJudgement[];
  /** Among the members. */
  readonly findings: readonly EngineFinding[];
}

/** The members of one merchant, the oldest first. */
export function membersOf({ members }: ReviewCase, merchantId: MerchantId): readonly ReportId[] {
  return members.filter((member) => member.merchantId === merchantId).map(({ id }) => id);
}

/** Whether a pair has one report on either side. */
export function isBetween(
  { a, b }: { readonly a: ReportId; readonly b: ReportId },
  left: ReadonlySet<ReportId>,
  right: ReadonlySet<ReportId>,
): boolean {
  return (left.has(a) && right.has(b)) || (left.has(b) && right.has(a));
}
