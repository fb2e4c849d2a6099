import type { MatchingModel } from '../../src/matching/model/matching-model.js';
import { gatherFindings } from '../../src/matching/score/gather-findings.js';
import type { Finding } from '../../src/matching/score/finding.js';
import { weighFindings } from '../../src/matching/score/weigh-findings.js';
import type { FeatureSpace, TrainingPair } from './feature-space.js';
import { hashOf } from './hash.js';
import type { ComparedPair, PreparedSet } from './prepare-set.js';

/** Pairs of clusters are held out together, in so many parts. */
export const FOLDS = 5;
/** Pairs that score so little are all alike: one in EASY_KEPT stands for as many. */
const EASY_BITS = -4;
const EASY_KEPT = 20;

/** The findings of the pairs of a set, as far as they are trained on, with what they count. */
export interface FoundPair extends ComparedPair {
  readonly findings: readonly Finding[];
  readonly fold: number;
  /** How many pairs it stands for. */
  readonly count: number;
}

/** The part in which the pairs and records of a true cluster are held out. */
export function foldOf(cluster: string): number {
  return hashOf(`fold ${cluster}`) % FOLDS;
}

/** Compares the pairs of a set by a model. Deterministic: which easy pairs are kept follows from their keys. */
export function findPairs({ pairs, rarity }: PreparedSet, model: MatchingModel): readonly FoundPair[] {
  const found: FoundPair[] = [];
  for (const pair of pairs) {
    const findings = gatherFindings(pair.a.profile, pair.b.profile, rarity, model);
    const bits = weighFindings(findings, model).reduce((sum, bar) => sum + bar.bits, 0);
    const isEasy = !pair.isSame && bits < EASY_BITS;
    if (isEasy && hashOf(`easy ${pair.key}`) % EASY_KEPT !== 0) continue;
    found.push({
      ...pair,
      findings,
      fold: foldOf(pair.cluster),
      count: isEasy ? EASY_KEPT : 1,
    });
  }
  return found;
}

/**
 * The pairs of all sets in one space. A set counts the same however large it is: its pairs share the weight of one,
 * measured in pairs that are the same, because precision and recall are.
 */
export function trainingPairs(sets: readonly (readonly FoundPair[])[], space: FeatureSpace): TrainingPair[] {
  return sets.flatMap((found, set) => {
    const same = Math.max(1, found.filter(({ isSame }) => isSame).length);
    return found.map(({ findings, isSame, fold, count }) => ({
      ...space.read(findings),
      isSame,
      weight: count / same,
      set,
      fold,
    }));
  });
}
