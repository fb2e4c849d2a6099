import type { JudgementVerdict } from '../judgement.js';

/**
 * How far analysts are with two merchants that the engine left to them.
 *
 * OPEN: to be decided. LEFT_OPEN: somebody looked and could not say. DECIDED: done. CONTRADICTED: judged both the same and
 * different, by way of other reports: somebody has to look again.
 */
export type MatchState = 'OPEN' | 'LEFT_OPEN' | 'DECIDED' | 'CONTRADICTED';

/** The state by the analysts' judgements that stand between the reports of the two. POSSIBLE_MATCHES says the same in SQL. */
export function matchState(verdicts: ReadonlySet<JudgementVerdict>): MatchState {
  const same = verdicts.has('SAME');
  const different = verdicts.has('DIFFERENT');
  if (same && different) return 'CONTRADICTED';
  if (same || different) return 'DECIDED';
  return verdicts.has('UNSURE') ? 'LEFT_OPEN' : 'OPEN';
}
