import type { ReportId } from '../common/id.js';
import {
  type DescribedIdentifier,
  profileOf,
  type Profile,
  type Rarity,
  scorePair,
} from '../matching/index.js';
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
  const compared = comparedBy({ contentOf, clusters });
  return decisions.map((decision) => {
    const side = (id: ReportId): Profile => profileOf(compared(decision, id));
    const { bits, bars } = scorePair(side(decision.a), side(decision.b), rarity);
    return { ...decision, evidence: { ...decision.evidence, score: bits, bars } };
  });
}

/** What one side of each decision is compared by; what both hold is among it. */
export function identifiersCompared(
  decisions: readonly EngineDecision[],
  explained: Omit<Explained, 'rarity'>,
): readonly DescribedIdentifier[] {
  const compared = comparedBy(explained);
  return decisions.flatMap((decision) => compared(decision, decision.a));
}

/** Of a join the description that is tied, of a possible match its whole cluster. */
function comparedBy({ contentOf, clusters }: Omit<Explained, 'rarity'>) {
  const clusterOf = new Map(clusters.flatMap((cluster) => cluster.map((id) => [id, cluster] as const)));
  return ({ verdict }: EngineDecision, id: ReportId): readonly DescribedIdentifier[] => {
    const ids = verdict === 'SAME' ? [id] : (clusterOf.get(id) ?? [id]);
    return ids.slice(0, REPORTS_EXPLAINED_MAX).flatMap((each) => contentOf.get(each)?.identifiers ?? []);
  };
}
