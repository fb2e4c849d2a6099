import type { MatchingModel } from '../../src/matching/model/matching-model.js';
import { clusterByAgreement } from '../../src/matching/score/cluster-by-agreement.js';
import { decideMatch } from '../../src/matching/score/decide-match.js';
import { scorePair } from '../../src/matching/score/score-pair.js';
import { pairKey, pairOf, type RecordSet } from './data-set.js';
import { bCubedOf, figuresOf, type Figures } from './figures.js';
import type { PreparedSet } from './prepare-set.js';

/** A pair at or above the review threshold. */
export interface FoundPair {
  readonly key: number;
  readonly bits: number;
}

/** Figures of the pairs, or of one schema's pairs. */
export interface PairFigures extends Figures {
  readonly schema: string;
}

export interface SetFigures {
  readonly set: string;
  readonly records: number;
  readonly pairs: readonly PairFigures[];
  /** Of the clusters that were asked for, else of the pairs taken as links; null where not all pairs are labelled. */
  readonly bCubed: Figures | null;
  /** Pairs of one cluster, as far as they are labelled; null where no clusters were asked for. */
  readonly clustered: Figures | null;
  /** Share of the true pairs that retrieval found; null of pairs of names. */
  readonly pairCompleteness: number | null;
  readonly candidatesPerRecord: number;
  /** Precision of the automatic band, and the share of the true pairs that is in it. */
  readonly matchPrecision: number;
  readonly matchShare: number;
  readonly microsecondsPerPair: number;
}

export interface Measured {
  readonly figures: SetFigures;
  readonly found: readonly FoundPair[];
  /** The cluster of each record by place; null where none were asked for. */
  readonly clusters: readonly string[] | null;
}

/** Scores the candidates of a prepared set by a model and measures what it decides. */
export function measureSet(prepared: PreparedSet, model: MatchingModel, wantsClusters: boolean): Measured {
  const { set, rarity, profiles, candidates } = prepared;
  const started = performance.now();
  const bitsByKey = new Map<number, number>();
  const found: FoundPair[] = [];
  const matches: number[] = [];
  const keys = set.kind === 'NAMES' ? prepared.pairs.map(({ key }) => key) : [...candidates];
  const pairOfNames = new Map(set.kind === 'NAMES' ? prepared.pairs.map((pair) => [pair.key, pair]) : []);
  for (const key of keys.sort((a, b) => a - b)) {
    const { a, b } = pairOf(key);
    const [one, other] = [pairOfNames.get(key)?.a ?? profiles[a], pairOfNames.get(key)?.b ?? profiles[b]];
    if (one === undefined || other === undefined) continue;
    const score = scorePair(one, other, rarity, model);
    bitsByKey.set(key, score.bits);
    if (score.bits >= model.reviewBits) found.push({ key, bits: score.bits });
    if (decideMatch(score, model).verdict === 'MATCH') matches.push(key);
  }
  const microseconds = ((performance.now() - started) * 1000) / Math.max(1, keys.length);
  const truth = truthOf(prepared);
  const foundKeys = new Set(found.map(({ key }) => key));
  const matched = countAgainst(new Set(matches), truth);
  const clusters =
    set.kind === 'RECORDS' && wantsClusters ? clusterRecords(prepared, found, bitsByKey, model) : null;
  const figures: SetFigures = {
    set: set.name,
    records: set.kind === 'RECORDS' ? set.records.length : 0,
    pairs: pairFigures(prepared, foundKeys, truth),
    bCubed:
      set.kind === 'RECORDS' && set.labelled === null
        ? bCubedOf(clusters ?? linked(set, foundKeys), set.clusterOf)
        : null,
    clustered: clusters === null || set.kind === 'NAMES' ? null : figuresOfClusters(set, clusters),
    pairCompleteness: set.kind === 'RECORDS' ? share(set.truth, candidates) : null,
    candidatesPerRecord: set.kind === 'RECORDS' ? (2 * candidates.size) / Math.max(1, set.records.length) : 0,
    matchPrecision: matched.precision,
    matchShare: matched.recall,
    microsecondsPerPair: microseconds,
  };
  return { figures, found, clusters };
}

interface Truth {
  readonly same: ReadonlySet<number>;
  /** The pairs that count; null: all. */
  readonly counted: ReadonlySet<number> | null;
}

function truthOf({ set, pairs }: PreparedSet): Truth {
  if (set.kind === 'RECORDS') return { same: set.truth, counted: set.labelled };
  return { same: new Set(pairs.filter(({ isSame }) => isSame).map(({ key }) => key)), counted: null };
}

function countAgainst(found: ReadonlySet<number>, { same, counted }: Truth): Figures {
  let [right, wrong] = [0, 0];
  for (const key of found) {
    if (same.has(key)) right += 1;
    else if (counted === null || counted.has(key)) wrong += 1;
  }
  return figuresOf(right, wrong, same.size - right);
}

function pairFigures(
  { set, pairs }: PreparedSet,
  found: ReadonlySet<number>,
  truth: Truth,
): readonly PairFigures[] {
  const all = { schema: '', ...countAgainst(found, truth) };
  if (set.kind === 'RECORDS') return [all];
  const schemas = [...new Set(pairs.map(({ schema }) => schema))].sort();
  return [
    all,
    ...schemas.map((schema) => {
      const own = new Set(pairs.filter((pair) => pair.schema === schema).map(({ key }) => key));
      const only = (keys: ReadonlySet<number>): Set<number> =>
        new Set([...keys].filter((key) => own.has(key)));
      return { schema, ...countAgainst(only(found), { same: only(truth.same), counted: own }) };
    }),
  ];
}

function share(wanted: ReadonlySet<number>, found: ReadonlySet<number>): number {
  let count = 0;
  for (const key of wanted) if (found.has(key)) count += 1;
  return wanted.size === 0 ? 1 : count / wanted.size;
}

function clusterRecords(
  { profiles, rarity }: PreparedSet,
  found: readonly FoundPair[],
  bitsByKey: Map<number, number>,
  model: MatchingModel,
): readonly string[] {
  const bitsOf = (a: number, b: number): number => {
    const key = pairKey(a, b);
    const known = bitsByKey.get(key);
    if (known !== undefined) return known;
    const [one, other] = [profiles[a], profiles[b]];
    return one === undefined || other === undefined ? 0 : scorePair(one, other, rarity, model).bits;
  };
  const links = found.map(({ key }) => pairOf(key));
  const clusters = clusterByAgreement(profiles.length, links, { joinBits: model.reviewBits, bitsOf });
  const names = new Array<string>(profiles.length).fill('');
  for (const members of clusters) for (const place of members) names[place] = `k${members[0] ?? 0}`;
  return names;
}

/** Clusters as evaluate.py makes them of pairs: whatever hangs together. */
function linked({ records }: RecordSet, found: ReadonlySet<number>): readonly string[] {
  const parent = records.map((_, place) => place);
  const root = (place: number): number => {
    let at = place;
    for (let above = parent[at]; above !== undefined && above !== at; above = parent[at]) at = above;
    return at;
  };
  for (const key of found) {
    const { a, b } = pairOf(key);
    parent[Math.max(root(a), root(b))] = Math.min(root(a), root(b));
  }
  return records.map((_, place) => String(root(place)));
}

function figuresOfClusters(set: RecordSet, clusters: readonly string[]): Figures {
  const members = new Map<string, number[]>();
  for (const [place, cluster] of clusters.entries())
    members.set(cluster, [...(members.get(cluster) ?? []), place]);
  const together = new Set<number>();
  for (const places of members.values())
    for (const [i, a] of places.entries()) for (const b of places.slice(i + 1)) together.add(pairKey(a, b));
  return countAgainst(together, { same: set.truth, counted: set.labelled });
}
