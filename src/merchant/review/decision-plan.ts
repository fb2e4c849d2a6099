import type { DecisionId, JudgementId, ReportId } from '../../common/id.js';
import { toGlobalId } from '../../common/id.js';
import type { Refusal } from '../../common/refusal.js';
import { type JudgementVerdict, orderedPair } from '../judgement.js';
import type { DecisionContent } from './decision.js';
import type { StandingJudgement } from './review-case.js';

/** Why a decision is not taken, or not undone. */
export type DecisionRefusalCode =
  | 'REQUIRED'
  | 'TOO_LONG'
  | 'CARD_NUMBER'
  | 'CONTROL_CHARACTER'
  | 'ENCODED_CONTENT'
  | 'UNPAIRED_SURROGATE'
  | 'TOO_MANY'
  | 'DUPLICATE'
  | 'NOT_FOUND'
  | 'JUDGED_DIFFERENT'
  | 'ALREADY_DECIDED'
  | 'ALREADY_UNDONE'
  | 'REPLACED_BY_LATER'
  | 'NOT_ALLOWED_IN_STATE';

export type DecisionRefusal = Refusal<DecisionRefusalCode>;

/** A judgement to be written, and the one whose place it takes. */
export interface PlannedJudgement {
  readonly a: ReportId;
  readonly b: ReportId;
  readonly replacesId: JudgementId | null;
}

/** What a decision will write, all of it with its verdict. */
export interface DecisionPlan extends DecisionContent {
  readonly judgements: readonly PlannedJudgement[];
}

export type Planned =
  | { readonly ok: true; readonly plan: DecisionPlan }
  | { readonly ok: false; readonly refusal: DecisionRefusal };

export function planned(plan: DecisionPlan): Planned {
  return { ok: true, plan };
}

export function notPlanned(
  code: DecisionRefusalCode,
  field: readonly string[],
  message: string,
): { readonly ok: false; readonly refusal: DecisionRefusal } {
  return { ok: false, refusal: { code, field, message } };
}

/** Analysts said before that these are two merchants. */
export function judgedDifferent(field: readonly string[], by: StandingJudgement): Planned {
  return notPlanned(
    'JUDGED_DIFFERENT',
    field,
    `They were judged different by ${decisionName(by.decisionId)}: undo that first, if it was wrong.`,
  );
}

/** It was decided before, by somebody else or otherwise. */
export function alreadyDecided(field: readonly string[], by: StandingJudgement): Planned {
  return notPlanned(
    'ALREADY_DECIDED',
    field,
    `It was decided to be ${by.verdict} by ${decisionName(by.decisionId)}: undo that first, if it was wrong.`,
  );
}

export function decisionName(id: DecisionId | null): string {
  return id === null ? 'an earlier judgement' : `decision ${toGlobalId('decision', id)}`;
}

/** The judgements that make `pairs` say `verdict`: those that say it already are left as they are. */
export function judgementsFor(
  pairs: Iterable<readonly [ReportId, ReportId]>,
  verdict: JudgementVerdict,
  standing: readonly StandingJudgement[],
): PlannedJudgement[] {
  const standingOf = new Map(standing.map((judgement) => [`${judgement.a} ${judgement.b}`, judgement]));
  const judgements = new Map<string, PlannedJudgement>();
  for (const [one, other] of pairs) {
    const [a, b] = orderedPair(one, other);
    const name = `${a} ${b}`;
    const before = standingOf.get(name);
    if (before?.verdict !== verdict) judgements.set(name, { a, b, replacesId: before?.id ?? null });
  }
  return [...judgements.values()];
}

/** Every report of one side with every one of the other. */
export function* crossPairs(
  left: Iterable<ReportId>,
  right: readonly ReportId[],
): Generator<readonly [ReportId, ReportId]> {
  for (const one of left) for (const other of right) yield [one, other];
}
