import type { ReportId } from '../common/id.js';
import type { Clustering } from '../matching/index.js';
import type { EngineDecision } from './judgement-changes.js';

/**
 * What the engine decided, as judgements about pairs: SAME for every join that made a cluster, UNSURE for every possible
 * match that a person should decide. A join that an analyst decided is the analyst's judgement already.
 */
export function engineDecisions({ clusters, possibleMatches }: Clustering): readonly EngineDecision[] {
  const same = clusters.flatMap(({ links }) =>
    links
      .filter(({ rule }) => rule !== 'JUDGED_SAME')
      .map(({ a, b, rule, keys }) => ({
        a: a as ReportId,
        b: b as ReportId,
        verdict: 'SAME' as const,
        evidence: { rule, keys },
      })),
  );
  const unsure = possibleMatches.map(({ a, b, ...evidence }) => ({
    a: a as ReportId,
    b: b as ReportId,
    verdict: 'UNSURE' as const,
    evidence,
  }));
  return [...same, ...unsure];
}
