import { decideLink } from '../../src/matching/decide-link.js';
import type { MatchingModel } from '../../src/matching/model/matching-model.js';
import { clusterSet, scoreCandidates, type Scores } from './cluster-set.js';
import { pairKey, pairOf, type RecordSet } from './data-set.js';
import { bCubedOf, figuresOf, type Figures } from './figures.js';
import type { PreparedSet } from './prepare-set.js';
import { schemaGroups, type SchemaGroup } from './schema-groups.js';

/** A pair at or above the review threshold. */
export interface FoundPair {
  readonly key: number;
  readonly bits: number;
}

/** Figures of the pairs, or of those of one schema or several. */
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
  const { set, candidates } = prepared;
  const started = performance.now();
  const scores = scoreCandidates(prepared, model);
  const microseconds = ((performance.now() - started) * 1000) / Math.max(1, scores.size);
  const found = [...scores].flatMap(([key, { bits }]) => (bits >= model.reviewBits ? [{ key, bits }] : []));
  const truth = truthOf(prepared);
  const foundKeys = new Set(found.map(({ key }) => key));
  const matched = countAgainst(linkedKeys(prepared, scores, model), truth);
  const clusters = set.kind === 'RECORDS' && wantsClusters ? clusterSet(prepared, set, scores, model) : null;
  const figures: SetFigures = {
    set: set.name,
    records: set.kind === 'RECORDS' ? set.records.length : 0,
    pairs: pairFigures(prepared, foundKeys, truth),
    bCubed:
      set.kind === 'RECORDS' && set.labelled === null
        ? bCubedOf(clusters ?? hangingTogether(set, foundKeys), set.clusterOf)
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

/** The pairs that the product would link without a person, by the decision that it links by. */
function linkedKeys(
  { set, records, pairs, rarity, isShared }: PreparedSet,
  scores: Scores,
  model: MatchingModel,
): ReadonlySet<number> {
  const compared =
    set.kind === 'NAMES'
      ? pairs
      : [...scores.keys()].flatMap((key) => {
          const { a: first, b: second } = pairOf(key);
          const [a, b] = [records[first], records[second]];
          return a === undefined || b === undefined ? [] : [{ key, a, b }];
        });
  const linked = compared.filter(({ a, b }) => decideLink(a.side, b.side, isShared, { model, rarity }).links);
  return new Set(linked.map(({ key }) => key));
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
  const figuresOfGroup = ({ name, schemas }: SchemaGroup): PairFigures => {
    const own = new Set(pairs.filter(({ schema }) => schemas.has(schema)).map(({ key }) => key));
    const same = both(truth.same, own);
    return { schema: name, ...countAgainst(both(found, own), { same, counted: own }) };
  };
  return [all, ...schemaGroups(pairs.map(({ schema }) => schema)).map(figuresOfGroup)];
}

function share(wanted: ReadonlySet<number>, found: ReadonlySet<number>): number {
  return wanted.size === 0 ? 1 : both(wanted, found).size / wanted.size;
}

function both(some: ReadonlySet<number>, others: ReadonlySet<number>): ReadonlySet<number> {
  return new Set([...some].filter((key) => others.has(key)));
}

/** Clusters as evaluate.py makes them of pairs: whatever hangs together. */
function hangingTogether({ records }: RecordSet, found: ReadonlySet<number>): readonly string[] {
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
  const together = new Set<number>();
  for (const places of Map.groupBy(clusters.keys(), (place) => clusters[place]).values())
    for (const [i, a] of places.entries()) for (const b of places.slice(i + 1)) together.add(pairKey(a, b));
  return countAgainst(together, { same: set.truth, counted: set.labelled });
}
