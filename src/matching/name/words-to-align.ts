import type { WordComparison, WordPair } from './compare-words.js';
import { boundedRarity, type TokenRarity } from './token-rarity.js';
import type { WordForm } from './word-form.js';

/** What is aligned of a name. */
export interface WordsOfName {
  /** The words that carry weight, in order. */
  readonly words: readonly WordForm[];
  /** First letters of all words, stop words too; a word's `place` is its index here. */
  readonly initials: string;
}

export interface AlignmentRules {
  /** How two words agree; persons know short forms and initials, merchants meanings. */
  readonly compare: WordComparison;
  readonly acronyms: boolean;
  /** Whether both names' words stand in the order written; else any two may belong together. */
  readonly ordered: boolean;
}

/** One name's words with their rarity in bits, and which have found their counterpart so far. */
export interface WordsToAlign extends WordsOfName {
  readonly bits: readonly number[];
  readonly used: boolean[];
}

/** Notes that one word agrees with several of the other name. */
export type Take = (one: WordForm, many: readonly WordForm[], pair: WordPair, rarityBits: number) => void;

export function wordsToAlign({ words, initials }: WordsOfName, rarity: TokenRarity): WordsToAlign {
  return {
    words,
    initials,
    bits: words.map(({ text }) => boundedRarity(rarity, text)),
    used: words.map(() => false),
  };
}

export function hasLeft({ used }: WordsToAlign): boolean {
  return used.includes(false);
}

/** Words side by side from `start` on that are all free, or undefined. */
export function freeRun(
  { words, used }: WordsToAlign,
  start: number,
  count: number,
): readonly WordForm[] | undefined {
  if (start + count > words.length) return undefined;
  for (let index = start; index < start + count; index += 1) if (used[index] === true) return undefined;
  return words.slice(start, start + count);
}
