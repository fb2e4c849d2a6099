import { DisjointSets } from '../../src/matching/disjoint-sets.js';

/** Two places that scored at or above the threshold. */
export interface ScoredLink {
  readonly a: number;
  readonly b: number;
}

export interface AgreementRules {
  /** Bits between two clusters at which they are one. */
  readonly joinBits: number;
  /** Bits of any two places, symmetric; minus infinity where they may not be one, whatever else agrees. */
  readonly bitsOf: (a: number, b: number) => number;
  /** Bits of two clusters taken as wholes, with all that is known of either; symmetric. */
  readonly wholeBitsOf: (a: readonly number[], b: readonly number[]) => number;
}

/** How much one pair may count for and against, in bits from the threshold: no single one decides for all the others. */
const FOR_MAX = 10;
const AGAINST_MAX = 4;
/** The share that two clusters as wholes have in their agreement; the mean of their members has the rest. */
const WHOLE_SHARE = 0.5;
/** Clusters whose members agree so little are not looked at as wholes: a whole may hold a value of each kind. */
const MEMBERS_MIN = -AGAINST_MAX / 2;
/** Places that hang together in larger numbers are not put into one cluster by a machine: their pairs stay for a person. */
export const COMPONENT_MAX = 400;

interface Cluster {
  readonly members: readonly number[];
  /** Sum of the members' bits with those of another cluster, by its number. */
  readonly sums: Map<number, number>;
  /** Agreement with another cluster, by its number. */
  readonly agreements: Map<number, number>;
}

/**
 * Puts places into clusters so that a newcomer agrees with the whole cluster, not with one member of it: the two clusters
 * that agree most are joined first, as long as their agreement reaches the threshold. It is half the mean of their
 * members' scores and half the score of the two as wholes. Chains do not form: a bridge agrees with one end only.
 *
 * The register never does this: there a score alone makes a possible match for a person. It is what a reviewer would end
 * with who agreed with every possible match that fits the rest.
 *
 * Pure, deterministic, and independent of the order of `links`: of equals the one with the earliest places is first.
 * Source: average linkage (Sokal and Michener 1958); the scores are kept within bounds as in correlation clustering.
 */
export function clusterByAgreement(
  count: number,
  links: readonly ScoredLink[],
  rules: AgreementRules,
): readonly (readonly number[])[] {
  const clusters = components(count, links).flatMap((places) =>
    places.length === 1 || places.length > COMPONENT_MAX
      ? places.map((place) => [place])
      : joinWithin(places, rules),
  );
  return clusters.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

function joinWithin(places: readonly number[], rules: AgreementRules): (readonly number[])[] {
  const clusters = new Map<number, Cluster>(
    places.map((place, number) => [number, { members: [place], sums: new Map(), agreements: new Map() }]),
  );
  for (const [i, a] of places.entries()) {
    for (const [j, b] of places.entries()) {
      if (j > i) relate(clusters, i, j, bounded(rules.bitsOf(a, b) - rules.joinBits), rules);
    }
  }
  for (let best = closest(clusters); best !== undefined; best = closest(clusters)) {
    join(clusters, best.i, best.j, rules);
  }
  return [...clusters.values()].map(({ members }) => [...members].sort((a, b) => a - b));
}

function bounded(bits: number): number {
  if (bits === Number.NEGATIVE_INFINITY) return bits;
  return Math.min(FOR_MAX, Math.max(-AGAINST_MAX, bits));
}

function relate(
  clusters: ReadonlyMap<number, Cluster>,
  i: number,
  j: number,
  sum: number,
  { joinBits, wholeBitsOf }: AgreementRules,
): void {
  const [one, other] = [clusters.get(i), clusters.get(j)];
  if (one === undefined || other === undefined) return;
  const mean = sum / (one.members.length * other.members.length);
  const isPair = one.members.length === 1 && other.members.length === 1;
  const agreement =
    isPair || mean < MEMBERS_MIN
      ? mean
      : (1 - WHOLE_SHARE) * mean + WHOLE_SHARE * bounded(wholeBitsOf(one.members, other.members) - joinBits);
  one.sums.set(j, sum);
  other.sums.set(i, sum);
  one.agreements.set(j, agreement);
  other.agreements.set(i, agreement);
}

/** The two clusters that agree most, if any two agree enough. */
function closest(
  clusters: ReadonlyMap<number, Cluster>,
): { readonly i: number; readonly j: number } | undefined {
  let best: { i: number; j: number } | undefined;
  let most = 0;
  for (const [i, { agreements }] of clusters) {
    for (const [j, agreement] of agreements) {
      if (j > i && (agreement > most || (agreement === most && best === undefined))) {
        best = { i, j };
        most = agreement;
      }
    }
  }
  return best;
}

function join(clusters: Map<number, Cluster>, i: number, j: number, rules: AgreementRules): void {
  const [one, other] = [clusters.get(i), clusters.get(j)];
  if (one === undefined || other === undefined) return;
  clusters.delete(j);
  clusters.set(i, { members: [...one.members, ...other.members], sums: new Map(), agreements: new Map() });
  for (const [number, third] of clusters) {
    if (number === i) continue;
    const sum = (one.sums.get(number) ?? 0) + (other.sums.get(number) ?? 0);
    third.sums.delete(j);
    third.agreements.delete(j);
    relate(clusters, i, number, sum, rules);
  }
}

/** The places that hang together, each group in ascending order. */
function components(count: number, links: readonly ScoredLink[]): readonly (readonly number[])[] {
  const sets = new DisjointSets();
  for (let place = 0; place < count; place += 1) sets.add();
  for (const { a, b } of links) sets.unite(a, b);
  const groups = Map.groupBy(Array.from({ length: count }).keys(), (place) => sets.find(place));
  return [...groups.values()];
}
