import type { TrainingPair } from './feature-space.js';

/** What the fitting keeps to, beside the labels. */
export interface FitRules {
  /** The weights that it starts at and is drawn back to, in bits. */
  readonly anchor: Float64Array;
  /** How strongly: the loss of one bit away from the anchor, by weight. */
  readonly pull: Float64Array;
  /** Weights that may not pass 0: 1 for those not below it, -1 for those not above, 0 for free ones. */
  readonly sign: Int8Array;
  /** Groups of weights of which none may be less than the one before it; equal ones are averaged by evidence. */
  readonly ordered: readonly (readonly number[])[];
  /** Features whose positive sum is capped, and at how many bits. */
  readonly groups: readonly { readonly members: Uint8Array; readonly bitsMax: number }[];
  readonly steps: number;
}

export interface Fit {
  readonly weights: Float64Array;
  /** Bits at which the labels are even: the prior of the pairs that were looked at. */
  readonly intercept: number;
}

const LN2 = Math.log(2);
const RATE = 0.08;
const DECAY_1 = 0.9;
const DECAY_2 = 0.999;
const TINY = 1e-8;

/**
 * Logistic regression in bits: the probability that a pair is the same is 1 / (1 + 2^-(score + intercept)), and the score
 * is the sum of its weights, capped by group. It starts at the anchor, the Fellegi-Sunter weights, and only leaves them
 * for what the labels show; ordered levels keep their order and no weight passes to the wrong side of 0.
 *
 * Deterministic: all pairs at each step, a fixed number of steps (Adam, Kingma and Ba 2015).
 */
export function fitWeights(pairs: readonly TrainingPair[], rules: FitRules): Fit {
  const size = rules.anchor.length;
  const weights = Float64Array.from(rules.anchor);
  const parameters = size + 1;
  const first = new Float64Array(parameters);
  const second = new Float64Array(parameters);
  const gradient = new Float64Array(parameters);
  const total = pairs.reduce((sum, { weight }) => sum + weight, 0);
  let intercept = 0;
  for (let step = 1; step <= rules.steps; step += 1) {
    gradient.fill(0);
    for (const pair of pairs) addGradient(pair, weights, intercept, rules, gradient);
    for (let index = 0; index < size; index += 1) {
      const drawn = (rules.pull[index] ?? 0) * ((weights[index] ?? 0) - (rules.anchor[index] ?? 0));
      gradient[index] = (gradient[index] ?? 0) / total + drawn;
    }
    gradient[size] = (gradient[size] ?? 0) / total;
    const rate = RATE * (step < rules.steps * 0.7 ? 1 : 0.2);
    for (let index = 0; index < parameters; index += 1) {
      const slope = gradient[index] ?? 0;
      first[index] = DECAY_1 * (first[index] ?? 0) + (1 - DECAY_1) * slope;
      second[index] = DECAY_2 * (second[index] ?? 0) + (1 - DECAY_2) * slope * slope;
      const mean = (first[index] ?? 0) / (1 - DECAY_1 ** step);
      const spread = Math.sqrt((second[index] ?? 0) / (1 - DECAY_2 ** step)) + TINY;
      if (index === size) intercept -= (rate * mean) / spread;
      else weights[index] = (weights[index] ?? 0) - (rate * mean) / spread;
    }
    keepSigns(weights, rules.sign);
    for (const order of rules.ordered) keepOrder(weights, order);
  }
  return { weights, intercept };
}

/** The score of a pair under these weights, in bits. */
export function scoreOf(
  { features, amounts }: Pick<TrainingPair, 'features' | 'amounts'>,
  weights: Float64Array,
  groups: FitRules['groups'],
): number {
  let score = 0;
  for (let at = 0; at < features.length; at += 1)
    score += (weights[features[at] ?? 0] ?? 0) * (amounts[at] ?? 0);
  for (const group of groups)
    score -= Math.max(0, groupSum(features, amounts, weights, group.members) - group.bitsMax);
  return score;
}

function groupSum(
  features: Int32Array,
  amounts: Float64Array,
  weights: Float64Array,
  members: Uint8Array,
): number {
  let sum = 0;
  for (let at = 0; at < features.length; at += 1) {
    const number = features[at] ?? 0;
    if (members[number] === 1) sum += Math.max(0, (weights[number] ?? 0) * (amounts[at] ?? 0));
  }
  return sum;
}

function addGradient(
  pair: TrainingPair,
  weights: Float64Array,
  intercept: number,
  { groups }: FitRules,
  gradient: Float64Array,
): void {
  const { features, amounts } = pair;
  const score = scoreOf(pair, weights, groups) + intercept;
  const probability = 1 / (1 + Math.exp(-score * LN2));
  const slope = (probability - (pair.isSame ? 1 : 0)) * pair.weight * LN2;
  if (Math.abs(slope) < 1e-12) return;
  const size = weights.length;
  gradient[size] = (gradient[size] ?? 0) + slope;
  const full = groups.filter(
    ({ members, bitsMax }) => groupSum(features, amounts, weights, members) > bitsMax,
  );
  for (let at = 0; at < features.length; at += 1) {
    const number = features[at] ?? 0;
    // Past its cap a group gives the same whatever its weights are.
    const isCapped = full.some(({ members }) => members[number] === 1) && (weights[number] ?? 0) > 0;
    if (!isCapped) gradient[number] = (gradient[number] ?? 0) + slope * (amounts[at] ?? 0);
  }
}

function keepSigns(weights: Float64Array, sign: Int8Array): void {
  for (let index = 0; index < weights.length; index += 1) {
    if ((sign[index] ?? 0) * (weights[index] ?? 0) < 0) weights[index] = 0;
  }
}

/** Pools neighbours that are out of order into their mean, until none is (pool adjacent violators). Best level first. */
function keepOrder(weights: Float64Array, order: readonly number[]): void {
  const pools: { sum: number; count: number }[] = [];
  for (const number of order) {
    pools.push({ sum: weights[number] ?? 0, count: 1 });
    for (;;) {
      const last = pools.at(-1);
      const before = pools.at(-2);
      if (last === undefined || before === undefined) break;
      if (before.sum / before.count >= last.sum / last.count) break;
      pools.splice(-2, 2, { sum: before.sum + last.sum, count: before.count + last.count });
    }
  }
  let at = 0;
  for (const { sum, count } of pools) {
    for (let repeat = 0; repeat < count; repeat += 1) {
      const number = order[at];
      if (number !== undefined) weights[number] = sum / count;
      at += 1;
    }
  }
}
