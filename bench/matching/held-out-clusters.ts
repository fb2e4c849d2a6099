import type { MatchingModel } from '../../src/matching/model/matching-model.js';
import { clusterSet, scoreCandidates } from './cluster-set.js';
import { figuresOf, type Figures } from './figures.js';
import type { PreparedSet } from './prepare-set.js';
import { foldOf } from './training-pairs.js';

/** What clustering reaches on merchants that the model had not seen. */
export interface ClusteredFigures {
  readonly set: string;
  /** Of the pairs of one cluster. */
  readonly pairs: Figures;
  readonly bCubed: Figures;
}

/**
 * Clusters all records of a set once by each fold's model, with the thresholds that were chosen, and counts of each
 * clustering the records whose true cluster that model had not seen. A pair of two records counts half for each of them,
 * so that one between two folds counts once in all. Undefined of sets that are not fully labelled.
 */
export function clusterHeldOut(
  prepared: PreparedSet,
  folds: readonly MatchingModel[],
): ClusteredFigures | undefined {
  const { set } = prepared;
  if (set.kind === 'NAMES' || set.labelled !== null) return undefined;
  const truth = set.clusterOf;
  const places = [...truth.keys()];
  const trueSizes = Map.groupBy(places, (place) => truth[place]);
  let [right, found, wanted, precision, recall] = [0, 0, 0, 0, 0];
  for (const [fold, model] of folds.entries()) {
    const own = places.filter((place) => foldOf(truth[place] ?? '') === fold);
    if (own.length === 0) continue;
    const clusters = clusterSet(prepared, set, scoreCandidates(prepared, model), model);
    const members = Map.groupBy(places, (place) => clusters[place]);
    for (const place of own) {
      const cluster = members.get(clusters[place]) ?? [];
      const trueSize = trueSizes.get(truth[place])?.length ?? 1;
      const same = cluster.filter((other) => truth[other] === truth[place]).length;
      right += same - 1;
      found += cluster.length - 1;
      wanted += trueSize - 1;
      precision += same / cluster.length;
      recall += same / trueSize;
    }
  }
  const [p, r] = [precision / Math.max(1, places.length), recall / Math.max(1, places.length)];
  return {
    set: set.name,
    pairs: figuresOf(right / 2, (found - right) / 2, (wanted - right) / 2),
    bCubed: { precision: p, recall: r, f1: p + r === 0 ? 0 : (2 * p * r) / (p + r) },
  };
}
