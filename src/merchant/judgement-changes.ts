import type { JudgementId, ReportId } from '../common/id.js';
import { type JudgementVerdict, orderedPair } from './judgement.js';

/** What a decision stands on. `reason` tells why two that may be one stay apart; NAME: by name, place or person alone. */
export type DecisionEvidence = Readonly<Record<string, unknown>> & { readonly reason?: string };

/** A decision of the engine about two descriptions, as it comes out now. */
export interface EngineDecision {
  readonly a: ReportId;
  readonly b: ReportId;
  readonly verdict: Extract<JudgementVerdict, 'SAME' | 'UNSURE'>;
  /** Why, in the engine's terms; stored with the judgement. */
  readonly evidence: DecisionEvidence;
}

/** An open judgement of the engine, as stored. */
export interface EngineJudgement extends EngineDecision {
  readonly id: JudgementId;
}

/** What has to be written so that the open judgements are today's decisions. */
export interface JudgementChanges {
  readonly withdrawn: readonly JudgementId[];
  readonly made: readonly EngineDecision[];
}

/**
 * Compares the engine's open judgements with what it decides now. A judgement stands while its verdict does; its
 * evidence is what it was decided on, so new evidence for the same verdict changes nothing.
 */
export function judgementChanges(
  open: readonly EngineJudgement[],
  decisions: readonly EngineDecision[],
): JudgementChanges {
  const keyOf = ({ a, b, verdict }: EngineDecision): string => [...orderedPair(a, b), verdict].join(' ');
  const wanted = new Map(decisions.map((decision) => [keyOf(decision), decision]));
  const standing = new Set(open.map(keyOf));
  return {
    withdrawn: open.filter((judgement) => !wanted.has(keyOf(judgement))).map(({ id }) => id),
    made: [...wanted]
      .filter(([key]) => !standing.has(key))
      .map(([, decision]) => {
        const [a, b] = orderedPair(decision.a, decision.b);
        return { ...decision, a, b };
      }),
  };
}
