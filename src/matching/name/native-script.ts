/**
 * How two names agree that were both typed in another script than Latin. Transliteration takes away what such a script
 * tells apart: signs of Chinese that are read alike, vowels that Arabic does not write.
 */
export interface NativeComparison {
  /** What the signs that differ take away, in bits; 0 where none does. */
  readonly costBits: number;
}

/** What one sign tells, in bits, by script; of the alphabets about what a letter does. The first that fits counts. */
const SIGN_BITS: readonly (readonly [RegExp, number])[] = [
  [/\p{Script=Han}/u, 12],
  [/\p{Script=Hangul}/u, 10],
  [/\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Ethiopic}/u, 5],
  [/\p{Script=Arabic}|\p{Script=Hebrew}/u, 5],
];
const LETTER_BITS = 3.5;

/** Longest name that is compared sign by sign. */
const SIGNS_MAX = 60;

/**
 * Compares the names as typed, where both were typed in another script than Latin and no more than half of their signs
 * differ; undefined else, for then their words say more.
 */
export function compareNative(a: string | undefined, b: string | undefined): NativeComparison | undefined {
  if (a === undefined || b === undefined) return undefined;
  const [left, right] = [signsOf(a), signsOf(b)];
  const distance = signDistance(left, right);
  if (distance * 2 > Math.max(left.length, right.length)) return undefined;
  return { costBits: distance * Math.max(...[...left, ...right].map(signBits)) };
}

/** Letters and digits alone, without the marks that are left out at will. */
function signsOf(name: string): readonly string[] {
  return Array.from(name.replace(/[^\p{L}\p{N}]+/gu, '')).slice(0, SIGNS_MAX);
}

function signBits(sign: string): number {
  return SIGN_BITS.find(([script]) => script.test(sign))?.[1] ?? LETTER_BITS;
}

/** Signs replaced, added or left out (Levenshtein). */
function signDistance(a: readonly string[], b: readonly string[]): number {
  let above = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [row, sign] of a.entries()) {
    const current = [row + 1];
    for (const [column, other] of b.entries()) {
      const replaced = (above[column] ?? 0) + (sign === other ? 0 : 1);
      current.push(Math.min(replaced, (above[column + 1] ?? 0) + 1, (current[column] ?? 0) + 1));
    }
    above = current;
  }
  return above[b.length] ?? 0;
}
