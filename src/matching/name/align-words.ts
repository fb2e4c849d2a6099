import { alignAcronyms } from './align-acronyms.js';
import { alignJoined } from './align-joined.js';
import type { WordAgreement, WordComparison, WordPair } from './compare-words.js';
import type { TokenRarity } from './token-rarity.js';
import type { WordForm } from './word-form.js';
import {
  hasLeft,
  wordsToAlign,
  type AlignmentRules,
  type Take,
  type WordsOfName,
  type WordsToAlign,
} from './words-to-align.js';

/** Words of one name that agree with words of the other. */
export interface AlignedWords extends WordPair {
  readonly a: readonly WordForm[];
  readonly b: readonly WordForm[];
  readonly agreement: WordAgreement;
  /** Rarity of what agrees, the lesser of the two sides. */
  readonly rarityBits: number;
}

/** Which words of two names agree, and which are left over on either side. */
export interface Alignment {
  readonly aligned: readonly AlignedWords[];
  readonly leftA: readonly WeighedWord[];
  readonly leftB: readonly WeighedWord[];
}

/** A word left over. It weighs nothing where it only repeats another word of its name. */
export interface WeighedWord {
  readonly word: WordForm;
  readonly rarityBits: number;
}

/**
 * Finds which words agree: first those that are equal, then several that are one on the other side, then the most
 * alike, then acronyms. What costs more than it is worth stays apart. Where two choices are worth the same it takes the
 * first, so the caller must put the two names in an order that does not depend on which was given first.
 */
export function alignWords(
  a: WordsOfName,
  b: WordsOfName,
  rarity: TokenRarity,
  rules: AlignmentRules,
): Alignment {
  const [left, right] = [wordsToAlign(a, rarity), wordsToAlign(b, rarity)];
  const aligned: AlignedWords[] = [];
  alignEqual(left, right, aligned);
  if (hasLeft(left) && hasLeft(right)) {
    const oneLeft: Take = (one, many, pair, rarityBits) =>
      aligned.push({ a: [one], b: many, ...pair, rarityBits });
    const oneRight: Take = (one, many, pair, rarityBits) =>
      aligned.push({ a: many, b: [one], ...pair, rarityBits });
    alignJoined(left, right, rules, rarity, oneLeft);
    alignJoined(right, left, rules, rarity, oneRight);
    alignAlike(left, right, rules.compare, aligned);
    if (rules.acronyms) {
      alignAcronyms(left, right, oneLeft);
      alignAcronyms(right, left, oneRight);
    }
  }
  return {
    aligned,
    leftA: leftOver(left, !hasLeft(right)),
    leftB: leftOver(right, !hasLeft(left)),
  };
}

function alignEqual(left: WordsToAlign, right: WordsToAlign, aligned: AlignedWords[]): void {
  for (const [i, word] of left.words.entries()) {
    for (const [j, other] of right.words.entries()) {
      if (right.used[j] === true || word.text !== other.text) continue;
      left.used[i] = true;
      right.used[j] = true;
      aligned.push({ a: [word], b: [other], agreement: 'EXACT', rarityBits: left.bits[i] ?? 0, costBits: 0 });
      break;
    }
  }
}

/** The most alike of what is left, one to one. */
function alignAlike(
  left: WordsToAlign,
  right: WordsToAlign,
  compare: WordComparison,
  aligned: AlignedWords[],
): void {
  const pairs: { i: number; j: number; words: AlignedWords }[] = [];
  for (const [i, word] of left.words.entries()) {
    if (left.used[i] === true) continue;
    for (const [j, other] of right.words.entries()) {
      if (right.used[j] === true) continue;
      const [here, there] = [left.bits[i] ?? 0, right.bits[j] ?? 0];
      const pair = compare(word, other, here, there);
      if (pair === undefined) continue;
      pairs.push({ i, j, words: { a: [word], b: [other], ...pair, rarityBits: Math.min(here, there) } });
    }
  }
  pairs.sort((x, y) => worthBits(y.words) - worthBits(x.words) || x.i - y.i || x.j - y.j);
  for (const { i, j, words } of pairs) {
    if (left.used[i] === true || right.used[j] === true) continue;
    left.used[i] = true;
    right.used[j] = true;
    aligned.push(words);
  }
}

function worthBits({ rarityBits, costBits }: AlignedWords): number {
  return rarityBits - costBits;
}

/**
 * The words left over. One that only repeats another weighs nothing, unless the other name has words in its place
 * (`mayRepeat` is false).
 */
function leftOver({ words, bits, used }: WordsToAlign, mayRepeat: boolean): WeighedWord[] {
  return words.flatMap((word, index) => {
    if (used[index] === true) return [];
    const repeats = mayRepeat && words.some((other, at) => used[at] === true && other.fold === word.fold);
    return [{ word, rarityBits: repeats ? 0 : (bits[index] ?? 0) }];
  });
}
