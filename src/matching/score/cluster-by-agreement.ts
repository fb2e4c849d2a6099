/** Two places, the smaller first, that scored at or above the threshold. */
export interface ScoredLink {
  readonly a: number;
  readonly b: number;
}

export interface AgreementRules {
  /** Mean bits between two clusters at which they are one. */
  readonly joinBits: number;
  /** Bits of any two places, symmetric. Asked for at most once a pair. */
  readonly bitsOf: (a: number, b: number) => number;
}

/** One pair that agrees or differs beyond all measure must not decide for all others. */
const BITS_SPREAD_MAX = 10;

interface Cluster {
  readonly members: readonly number[];
  /** Sum of the bits between this cluster and another, by the other's number. */
  readonly sums: Map<number, number>;
}

/**
 * Puts places into clusters so that each newcomer agrees with the whole cluster, not with one member of it: the two
 * clusters whose members agree most, on the mean, are joined first, as long as that mean reaches the threshold. Chains do
 * not form, for a bridge agrees with one end only.
 *
 * Pure, deterministic and independent of the order of `links`: of equals the one with the earliest places is first.
 * Source: average linkage (Sokal and Michener 1958) on the scores, each kept within BITS_SPREAD_MAX of the threshold.
 */
export function clusterByAgreement(
  count: number,
  links: readonly ScoredLink[],
  { joinBits, bitsOf }: AgreementRules,
): readonly (readonly number[])[] {
  const clusters: (readonly number[])[] = [];
  for (const places of components(count, links)) {
    if (places.length === 1) clusters.push(places);
    else clusters.push(...joinWithin(places, joinBits, (a, b) => within(bitsOf(a, b), joinBits)));
  }
  return clusters.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

function within(bits: number, middle: number): number {
  return Math.min(middle + BITS_SPREAD_MAX, Math.max(middle - BITS_SPREAD_MAX, bits));
}

function joinWithin(
  places: readonly number[],
  joinBits: number,
  bitsOf: (a: number, b: number) => number,
): readonly (readonly number[])[] {
  const clusters = new Map<number, Cluster>(
    places.map((place, number) => [number, { members: [place], sums: new Map() }]),
  );
  for (const [i, a] of places.entries()) {
    for (const [j, b] of places.entries()) {
      if (j <= i) continue;
      const bits = bitsOf(a, b);
      clusters.get(i)?.sums.set(j, bits);
      clusters.get(j)?.sums.set(i, bits);
    }
  }
  for (;;) {
    const best = closest(clusters);
    if (best === undefined || best.mean < joinBits) break;
    join(clusters, best.i, best.j);
  }
  return [...clusters.values()].map(({ members }) => [...members].sort((a, b) => a - b));
}

function closest(clusters: ReadonlyMap<number, Cluster>): { i: number; j: number; mean: number } | undefined {
  let best: { i: number; j: number; mean: number } | undefined;
  for (const [i, { members, sums }] of clusters) {
    for (const [j, sum] of sums) {
      if (j <= i) continue;
      const mean = sum / (members.length * (clusters.get(j)?.members.length ?? 1));
      if (best === undefined || mean > best.mean) best = { i, j, mean };
    }
  }
  return best;
}

function join(clusters: Map<number, Cluster>, i: number, j: number): void {
  const [one, other] = [clusters.get(i), clusters.get(j)];
  if (one === undefined || other === undefined) return;
  clusters.delete(j);
  clusters.set(i, { members: [...one.members, ...other.members], sums: one.sums });
  one.sums.delete(j);
  for (const [number, sum] of other.sums) {
    if (number === i) continue;
    const total = (one.sums.get(number) ?? 0) + sum;
    one.sums.set(number, total);
    const third = clusters.get(number)?.sums;
    third?.delete(j);
    third?.set(i, total);
  }
}

/** The places that hang together, each group in ascending order. */
function components(count: number, links: readonly ScoredLink[]): readonly (readonly number[])[] {
  const parent = Array.from({ length: count }, (_, place) => place);
  const root = (place: number): number => {
    let at = place;
    for (let above = parent[at]; above !== undefined && above !== at; above = parent[at]) at = above;
    return at;
  };
  for (const { a, b } of links) {
    const [first, second] = [root(a), root(b)];
    if (first !== second) parent[Math.max(first, second)] = Math.min(first, second);
  }
  const groups = new Map<number, number[]>();
  for (let place = 0; place < count; place += 1) {
    const group = groups.get(root(place));
    if (group === undefined) groups.set(root(place), [place]);
    else group.push(place);
  }
  return [...groups.values()];
}
