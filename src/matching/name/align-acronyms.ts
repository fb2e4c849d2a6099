import type { WordForm } from './word-form.js';
import { freeRun, type Take, type WordsToAlign } from './words-to-align.js';

const ACRONYM_COST_BITS = 3;
const ACRONYM_LENGTH_MIN = 2;
const ACRONYM_LENGTH_MAX = 8;
/** What the initial of one word tells. */
const INITIAL_BITS = 4;

/** Words of `one` that are the initials of words of `many` side by side, with or without the stop words between. */
export function alignAcronyms(one: WordsToAlign, many: WordsToAlign, take: Take): void {
  for (const [index, word] of one.words.entries()) {
    const length = word.text.length;
    if (one.used[index] === true || length < ACRONYM_LENGTH_MIN || length > ACRONYM_LENGTH_MAX) continue;
    const found = findInitials(many, word.text);
    if (found === undefined) continue;
    one.used[index] = true;
    for (let at = found.start; at < found.start + found.run.length; at += 1) many.used[at] = true;
    const bits = Math.min(one.bits[index] ?? 0, length * INITIAL_BITS);
    take(word, found.run, { agreement: 'ACRONYM', costBits: ACRONYM_COST_BITS }, bits);
  }
}

function findInitials(
  many: WordsToAlign,
  acronym: string,
): { start: number; run: readonly WordForm[] } | undefined {
  for (let start = 0; start < many.words.length; start += 1) {
    if (many.words[start]?.text.charAt(0) !== acronym.charAt(0)) continue;
    for (let count = 2; count <= acronym.length; count += 1) {
      const run = freeRun(many, start, count);
      if (run === undefined) break;
      const all = many.initials.slice(run[0]?.place, (run.at(-1)?.place ?? 0) + 1);
      if (all === acronym || (count === acronym.length && firstLetters(run) === acronym))
        return { start, run };
    }
  }
  return undefined;
}

function firstLetters(words: readonly WordForm[]): string {
  return words.map(({ text }) => text.charAt(0)).join('');
}
