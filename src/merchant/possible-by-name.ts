import type { ReportId } from '../common/id.js';
import type { PossibleByName } from './candidates/candidates.service.js';
import { orderedPair } from './judgement.js';
import type { EngineDecision, EngineJudgement } from './judgement-changes.js';

/** The reason of a possible match that names, places and persons alone suggest. */
export const BY_NAME = 'NAME';

/** What was found, as decisions of the engine. */
export function decisionsByName(found: readonly PossibleByName[]): readonly EngineDecision[] {
  return found.map(({ a, b, tier, score, bars }) => ({
    a,
    b,
    verdict: 'UNSURE',
    evidence: { reason: BY_NAME, tier, score, bars, keys: [], conflicts: [], differing: [] },
  }));
}

/**
 * The open judgements that resolution decides anew: all but possible matches by name, which it does not look for. One of
 * those is decided anew where resolution now says something of its two descriptions, or has put them into one cluster.
 */
export function decidedByResolution(
  open: readonly EngineJudgement[],
  decisions: readonly EngineDecision[],
  clusters: readonly (readonly ReportId[])[],
): readonly EngineJudgement[] {
  const decided = new Set(decisions.map(({ a, b }) => orderedPair(a, b).join(' ')));
  const clusterOf = new Map(clusters.flatMap((cluster) => cluster.map((id) => [id, cluster] as const)));
  return open.filter(({ a, b, evidence }) => {
    if (evidence.reason !== BY_NAME || decided.has(orderedPair(a, b).join(' '))) return true;
    const cluster = clusterOf.get(a);
    return cluster !== undefined && cluster === clusterOf.get(b);
  });
}
