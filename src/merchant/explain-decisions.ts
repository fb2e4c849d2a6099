import type { ReportId } from '../common/id.js';
import { profileOf, type Profile, type Rarity, scorePair } from '../matching/index.js';
import type { DescriptionContent } from './description-content.js';
import type { EngineDecision } from './judgement-changes.js';

/** Of a cluster so many reports, the oldest, stand for it in an explanation. */
const REPORTS_EXPLAINED_MAX = 50;

/** What the decisions are about. */
export interface Explained {
  readonly contentOf: ReadonlyMap<ReportId, DescriptionContent>;
  /** Each cluster's descriptions, the oldest first. */
  readonly clusters: readonly (readonly ReportId[])[];
  readonly rarity: Rarity;
}

/**
 * Adds to each decision the score of what it is about, with its bars: of a join that of the two descriptions that tie the
 * clusters, of a possible match that of the two clusters as they are.
 *
 * Pure.
 */
export function explainDecisions(
  decisions: readonly EngineDecision[],
  { contentOf, clusters, rarity }: Explained,
): readonly EngineDecision[] {
  const clusterOf = new Map(clusters.flatMap((cluster) => cluster.map((id) => [id, cluster] as const)));
  const profiled = (ids: readonly ReportId[]): Profile =>
    profileOf(ids.slice(0, REPORTS_EXPLAINED_MAX).flatMap((id) => contentOf.get(id)?.identifiers ?? []));
  return decisions.map((decision) => {
    const side = (id: ReportId): Profile =>
      profiled(decision.verdict === 'SAME' ? [id] : (clusterOf.get(id) ?? [id]));
    const { bits, bars } = scorePair(side(decision.a), side(decision.b), rarity);
    return { ...decision, evidence: { ...decision.evidence, score: bits, bars } };
  });
}
