import { EDIT_COST_BITS, SHORT_WORD_LETTERS } from './compare-words.js';
import { COMPARED_LENGTH_MAX, EDIT, spellingDistance } from './spelling-distance.js';

/** A whole name as written, without spaces. */
export interface WrittenName {
  readonly compact: string;
  /** Letters of `compact`, as `spellingDistance` takes them. */
  readonly letters: Uint8Array;
}

/** A letter and a half of the whole name, whatever its length: more is told by its words. */
const DISTANCE_MAX = 15;
/** Shorter names are other names by a letter. */
const LENGTH_MIN = 8;
/** The space that has moved. */
const SPACE_COST_BITS = 0.5;

/**
 * What it takes away from two names that they are written differently, spaces left aside, in bits: 0 where they are equal.
 * Undefined where they differ in more than a letter or so. It finds what no word by itself shows: a space that moved
 * (`VELD ANOMU`).
 */
export function writtenCostBits(a: WrittenName, b: WrittenName): number | undefined {
  if (a.compact === b.compact) return 0;
  const [length, other] = [
    Math.max(a.compact.length, b.compact.length),
    Math.min(a.compact.length, b.compact.length),
  ];
  if (other < LENGTH_MIN || length > COMPARED_LENGTH_MAX || length - other > 2) return undefined;
  const distance = spellingDistance(a.letters, b.letters, DISTANCE_MAX);
  if (distance > DISTANCE_MAX) return undefined;
  return SPACE_COST_BITS + (distance / EDIT) * EDIT_COST_BITS * (1 + SHORT_WORD_LETTERS / length);
}
