import { decideLink } from '../../src/matching/decide-link.js';
import type { MatchingModel } from '../../src/matching/model/matching-model.js';
import { scorePair } from '../../src/matching/score/score-pair.js';
import { onGrid } from '../../src/matching/score/weigh-findings.js';
import { chooseThresholds, figuresAt, type HeldOutSet, type Thresholds } from './choose-thresholds.js';
import { estimateWeights } from './estimate-weights.js';
import { FeatureSpace, type TrainingPair } from './feature-space.js';
import { fitRules } from './fit-rules.js';
import { fitWeights, type Fit } from './fit-weights.js';
import type { PreparedSet } from './prepare-set.js';
import { clusterHeldOut, type ClusteredFigures } from './held-out-clusters.js';
import { findPairs, FOLDS, trainingPairs, type FoundPair } from './training-pairs.js';

/** What the training found. */
export interface Trained {
  /** The model, with its thresholds and the figures of pairs that its like had not seen. */
  readonly model: MatchingModel;
  readonly heldOut: readonly HeldOutSet[];
  readonly clustered: readonly ClusteredFigures[];
  readonly thresholds: Thresholds;
}

/** A model of the fitting: its `reviewBits` is where the labels are even. */
type Fitted = MatchingModel;

/**
 * Learns a model from labelled sets: Fellegi-Sunter weights (estimate-weights.ts), calibrated on the labels
 * (fit-weights.ts); once from all pairs, and once without each fold, whose pairs are then scored by the model that has not
 * seen them. From those scores come the thresholds and the figures. Deterministic.
 */
export function trainModel(
  sets: readonly PreparedSet[],
  prior: MatchingModel,
  report: (line: string) => void,
): Trained {
  const first = sets.map((set) => findPairs(set, prior));
  report(`Compared ${first.map(({ length }) => length).join(', ')} pairs`);
  const anchor: MatchingModel = { ...prior, fields: estimateWeights(sets, first, prior) };
  report('Estimated the weights of the levels');
  const space = new FeatureSpace();
  const pairs = trainingPairs(first, space);
  const rules = fitRules(space, space.weightsOf(anchor.fields), prior.groups, pairs);
  const learn = (known: readonly TrainingPair[]): Fitted => withFit(prior, space, fitWeights(known, rules));
  const folds = Array.from({ length: FOLDS }, (_, fold) => {
    report(`Learnt without part ${fold + 1} of ${FOLDS}`);
    return learn(pairs.filter((pair) => pair.fold !== fold));
  });
  const fitted = learn(pairs);
  const heldOut = sets.map((set, place) => scoreHeldOut(set, first[place] ?? [], folds));
  const thresholds = chooseThresholds(heldOut);
  const atThresholds = folds.map((fold) => ({ ...fold, reviewBits: fold.reviewBits + thresholds.review }));
  return {
    heldOut,
    clustered: sets.flatMap((set) => clusterHeldOut(set, atThresholds) ?? []),
    thresholds,
    model: {
      ...fitted,
      reviewBits: fitted.reviewBits + thresholds.review,
      matchBits: fitted.reviewBits + thresholds.match,
      figures: heldOut.map((set) => figuresAt(set, thresholds)),
    },
  };
}

function withFit(prior: MatchingModel, space: FeatureSpace, { weights, intercept }: Fit): Fitted {
  return {
    ...prior,
    fields: space.fieldsWith(prior.fields, weights, onGrid),
    reviewBits: onGrid(-intercept),
  };
}

function scoreHeldOut(
  { set, rarity, isShared, pairs }: PreparedSet,
  found: readonly FoundPair[],
  folds: readonly Fitted[],
): HeldOutSet {
  return {
    name: set.name,
    same: set.kind === 'RECORDS' ? set.truth.size : pairs.filter(({ isSame }) => isSame).length,
    pairs: found.flatMap(({ a, b, fold, isSame, count, schema }) => {
      const model = folds[fold];
      if (model === undefined) return [];
      const { bits } = scorePair(a.profile, b.profile, rarity, model);
      const learnt = { rarity, model: { ...model, matchBits: -Infinity } };
      const decision = decideLink(a.side, b.side, isShared, learnt);
      const linkBits = decision.links ? (decision.bits ?? Infinity) - model.reviewBits : -Infinity;
      return [{ isSame, count, bits: bits - model.reviewBits, linkBits, schema }];
    }),
  };
}
