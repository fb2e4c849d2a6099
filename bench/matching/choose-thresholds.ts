import type { ModelFigures } from '../../src/matching/model/matching-model.js';
import { figuresOf } from './figures.js';

/** A pair as a model scored it that had not seen it. */
export interface HeldOutPair {
  readonly isSame: boolean;
  /** How many pairs it stands for. */
  readonly count: number;
  /** Bits above the point at which that model held the labels to be even. */
  readonly bits: number;
  /**
   * What the product holds against `matchBits` (decide-link.ts), in bits above the same point; Infinity where it links
   * whatever the score is, minus Infinity where it does not.
   */
  readonly linkBits: number;
  readonly schema: string;
}

export interface HeldOutSet {
  readonly name: string;
  readonly pairs: readonly HeldOutPair[];
  /** Pairs that are the same, those that retrieval missed among them. */
  readonly same: number;
}

export interface Thresholds {
  readonly review: number;
  readonly match: number;
}

const STEP = 1 / 8;
const AROUND: readonly number[] = [-2, -1, 0, 1, 2];
const REVIEW_MIN = -3;
const REVIEW_MAX = 4;
const MATCH_MAX = 24;
/** Wanted of the automatic band on every set: more than is asked for, as it is chosen by the same pairs. */
const MATCH_PRECISION_MIN = 0.997;
/** What is put before a person and no more is not matched without one, whatever its precision was here. */
const MATCH_MARGIN_MIN = 4;

/**
 * One threshold for all sets: the one with the best mean F1 at it and around it, each set counting the same. The
 * automatic band begins where its precision reaches MATCH_PRECISION_MIN on every set.
 */
export function chooseThresholds(sets: readonly HeldOutSet[]): Thresholds {
  let [review, best] = [0, -1];
  for (let bits = REVIEW_MIN; bits <= REVIEW_MAX; bits += STEP) {
    const mean = sets.reduce((sum, set) => sum + f1Around(set, bits), 0);
    if (mean > best) [review, best] = [bits, mean];
  }
  let match = review + MATCH_MARGIN_MIN;
  while (match < MATCH_MAX && sets.some((set) => bandAt(set, match).precision < MATCH_PRECISION_MIN))
    match += STEP;
  return { review, match };
}

/** What the thresholds reach on a set. */
export function figuresAt(set: HeldOutSet, { review, match }: Thresholds): ModelFigures {
  const { precision, recall, f1 } = pairsAt(set, review);
  const band = bandAt(set, match);
  return {
    set: set.name,
    pairs: set.pairs.reduce((sum, { count }) => sum + count, 0),
    precision: shortened(precision),
    recall: shortened(recall),
    f1: shortened(f1),
    matchPrecision: shortened(band.precision),
    matchShare: shortened(band.recall),
  };
}

function shortened(figure: number): number {
  return Math.round(figure * 10_000) / 10_000;
}

/** The mean F1 of a few thresholds: at one alone, the last pair that chance put there would decide. */
function f1Around(set: HeldOutSet, bits: number): number {
  return AROUND.reduce((sum, steps) => sum + pairsAt(set, bits + steps * STEP).f1, 0) / AROUND.length;
}

function pairsAt({ pairs, same }: HeldOutSet, from: number): ReturnType<typeof figuresOf> {
  return countFrom(
    pairs.filter(({ bits }) => bits >= from),
    same,
  );
}

function bandAt({ pairs, same }: HeldOutSet, from: number): ReturnType<typeof figuresOf> {
  return countFrom(
    pairs.filter(({ linkBits }) => linkBits >= from),
    same,
  );
}

function countFrom(found: readonly HeldOutPair[], same: number): ReturnType<typeof figuresOf> {
  let [right, wrong] = [0, 0];
  for (const { isSame, count } of found) {
    if (isSame) right += 1;
    else wrong += count;
  }
  return figuresOf(right, wrong, Math.max(0, same - right));
}
