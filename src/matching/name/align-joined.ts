import type { WordComparison } from './compare-words.js';
import { boundedRarity, RARITY_BITS_MAX, type TokenRarity } from './token-rarity.js';
import { wordForm, type WordForm } from './word-form.js';
import type { AlignmentRules, Take, WordsToAlign } from './words-to-align.js';

/** Most words that are written as one on the other side. */
const JOINED_WORDS_MAX = 3;
/** Of more words in no order too many pairs are possible. */
const UNORDERED_WORDS_MAX = 6;
const JOINED_LENGTH_MIN = 4;
const JOINED_COST_BITS = 0.5;
/** From this length on a joined word may be misspelt as well, by about a letter. */
const MISSPELT_LENGTH_MIN = 6;
const MISSPELT_COST_BITS_MAX = 6;

/** Words of `many` that are written as one in `one`: `SEA FOOD` and `SEAFOOD`. */
export function alignJoined(
  one: WordsToAlign,
  many: WordsToAlign,
  rules: AlignmentRules,
  rarity: TokenRarity,
  take: Take,
): void {
  const mayBeAny = !rules.ordered && many.words.length <= UNORDERED_WORDS_MAX;
  for (const indexes of mayBeAny ? pairs(many) : neighbours(many)) {
    if (indexes.some((index) => many.used[index] === true)) continue;
    const run = indexes.flatMap((index) => many.words[index] ?? []);
    const text = run.map((word) => word.text).join('');
    const found = findJoined(one, text, rules.compare);
    if (found === undefined) continue;
    one.used[found.index] = true;
    for (const index of indexes) many.used[index] = true;
    const parts = indexes.reduce((sum, index) => sum + (many.bits[index] ?? 0), 0);
    const bits = Math.min(one.bits[found.index] ?? 0, Math.max(parts, boundedRarity(rarity, text)));
    take(found.word, run, { agreement: 'JOINED', costBits: JOINED_COST_BITS + found.costBits }, bits);
  }
}

/** Free words that stand side by side, the longer runs first. */
function neighbours({ words, used }: WordsToAlign): readonly number[][] {
  const runs: number[][] = [];
  for (let count = JOINED_WORDS_MAX; count > 1; count -= 1) {
    for (let start = 0; start + count <= words.length; start += 1) {
      const run = Array.from({ length: count }, (_, at) => start + at);
      if (!run.some((index) => used[index] === true)) runs.push(run);
    }
  }
  return runs;
}

/** Any two free words in either order. */
function pairs({ used }: WordsToAlign): readonly number[][] {
  const free = Array.from(used.keys()).filter((index) => used[index] === false);
  return free.flatMap((first) => free.filter((second) => second !== first).map((second) => [first, second]));
}

interface Joined {
  readonly index: number;
  readonly word: WordForm;
  readonly costBits: number;
}

/** The free word that `text` is, or nearly is. */
function findJoined(
  { words, used }: WordsToAlign,
  text: string,
  compare: WordComparison,
): Joined | undefined {
  if (text.length < JOINED_LENGTH_MIN) return undefined;
  let joined: WordForm | undefined;
  for (const [index, word] of words.entries()) {
    if (used[index] === true || Math.abs(word.text.length - text.length) > 2) continue;
    if (word.text === text) return { index, word, costBits: 0 };
    if (text.length < MISSPELT_LENGTH_MIN) continue;
    joined ??= wordForm(text, 0);
    const pair = compare(word, joined, RARITY_BITS_MAX, RARITY_BITS_MAX);
    if (pair !== undefined && pair.costBits < MISSPELT_COST_BITS_MAX)
      return { index, word, costBits: pair.costBits };
  }
  return undefined;
}
