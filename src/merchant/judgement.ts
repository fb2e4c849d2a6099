import type { ReportId } from '../common/id.js';

/** SAME and DIFFERENT decide; UNSURE is a possible match, for a person to decide. */
export const JUDGEMENT_VERDICTS = ['SAME', 'DIFFERENT', 'UNSURE'] as const;

export type JudgementVerdict = (typeof JUDGEMENT_VERDICTS)[number];

/** Who decided. An analyst's judgement overrides the engine's; both stay in the history. */
export type JudgementOrigin = 'ENGINE' | 'ANALYST';

/** The two descriptions of a judgement in their stored order: a pair has one row, whichever was named first. */
export function orderedPair(one: ReportId, other: ReportId): readonly [ReportId, ReportId] {
  return one < other ? [one, other] : [other, one];
}
