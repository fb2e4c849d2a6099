import { alignWords, type Alignment } from './align-words.js';
import { compareWords, type WordPair } from './compare-words.js';
import { areFormsOfOneName } from './given-names.js';
import { measureAgreement, type Agreement, type AsWritten } from './measure-agreement.js';
import type { PersonForm } from './person-form.js';
import { RARITY_BITS_MAX, type TokenRarity } from './token-rarity.js';
import { wordForm, type WordForm } from './word-form.js';

/**
 * How two persons' names agree, best first.
 *
 * EXACT: the same as written, titles and spaces aside. SAME_WORDS: the same words in any order. VARIANT: in another
 * transliteration or short form. SOFT: all words agree, some but for a few letters or by sound. INITIALS: some by their
 * initial alone. MISSING: one does without some words of the other, as a second given name or a patronymic; two agree.
 * SINGLE: one word alone agrees and the other name has more. CONFLICT: something agrees, other words differ on both
 * sides. DIFFERENT: nothing agrees.
 */
export const PERSON_LEVELS = [
  'EXACT',
  'SAME_WORDS',
  'VARIANT',
  'SOFT',
  'INITIALS',
  'MISSING',
  'SINGLE',
  'CONFLICT',
  'DIFFERENT',
] as const;

export type PersonLevel = (typeof PERSON_LEVELS)[number];

/** How two persons' names agree. */
export interface PersonComparison extends Agreement {
  readonly level: PersonLevel;
  /** Words that agree, an initial counted as half. */
  readonly agreeingWords: number;
}

const INITIAL: WordPair = { agreement: 'INITIAL', costBits: 1 };
const SHORT: WordPair = { agreement: 'SHORT', costBits: 2 };
/** What an initial says: one name in about 20 begins with it. */
const INITIAL_BITS = 3;

const RULES = { compare: comparePersonWords, acronyms: false, ordered: true } as const;

function comparePersonWords(a: WordForm, b: WordForm, aBits: number, bBits: number): WordPair | undefined {
  if (a.text.length === 1 || b.text.length === 1) {
    if (a.text === b.text) return { agreement: 'EXACT', costBits: 0 };
    return a.text.charAt(0) === b.text.charAt(0) ? INITIAL : undefined;
  }
  const pair = compareWords(a, b, aBits, bBits) ?? compareWithoutArticle(a, b);
  const isNear = pair !== undefined && pair.costBits <= SHORT.costBits;
  return !isNear && areFormsOfOneName(a.text, b.text) ? SHORT : pair;
}

/** `ALTARQUENT` and `AL TARQUENT`: Arabic writes the article on to the name, romanisations set it apart. */
function compareWithoutArticle(a: WordForm, b: WordForm): WordPair | undefined {
  const [short, long] = a.text.length <= b.text.length ? [a, b] : [b, a];
  if (short.text.length < 4 || !/^[AE]L/.test(long.text) || /^[AE]L/.test(short.text)) return undefined;
  const pair = compareWords(wordForm(long.text.slice(2), 0), short, RARITY_BITS_MAX, RARITY_BITS_MAX);
  return (
    pair && {
      agreement: pair.agreement === 'EXACT' ? 'VARIANT' : pair.agreement,
      costBits: pair.costBits + 1,
    }
  );
}

/** Compares two prepared names of persons. Symmetric; a name with itself is EXACT. */
export function comparePersons(a: PersonForm, b: PersonForm, rarity: TokenRarity): PersonComparison {
  const [first, second] = a.text <= b.text ? [a, b] : [b, a];
  const ordered = first.isOrdered && second.isOrdered;
  const alignment = alignWords(first, second, rarity, ordered ? RULES : { ...RULES, ordered });
  let [agreeingBits, costBits, alignedWords] = [0, 0, 0];
  for (const { agreement, rarityBits, costBits: cost, a: words, b: others } of alignment.aligned) {
    const isInitial = agreement === 'INITIAL';
    agreeingBits += isInitial ? Math.min(INITIAL_BITS, rarityBits) : rarityBits;
    costBits += cost;
    alignedWords += isInitial ? 0.5 : Math.max(words.length, others.length);
  }
  const leftBits = [sumBits(alignment.leftA), sumBits(alignment.leftB)] as const;
  const { asWritten, agreement } = measureAgreement(first, second, {
    agreeingBits,
    costBits,
    leftBits,
    hasOtherNumbers: false,
  });
  const allWords = Math.max(first.words.length, second.words.length);
  const agreeingWords = asWritten === 'WORDS' ? alignedWords : allWords;
  const level = levelOf(agreement, agreeingWords, asWritten, alignment);
  return { level, ...agreement, agreeingWords };
}

function sumBits(words: Alignment['leftA']): number {
  return words.reduce((total, { rarityBits }) => total + rarityBits, 0);
}

function levelOf(
  { conflictingBits, extraBits, spellingCostBits }: Agreement,
  agreeingWords: number,
  asWritten: AsWritten,
  { aligned }: Alignment,
): PersonLevel {
  if (asWritten !== 'WORDS') return asWritten === 'EXACT' ? 'EXACT' : 'SOFT';
  if (agreeingWords < 1) return 'DIFFERENT';
  if (conflictingBits > 0) return 'CONFLICT';
  if (extraBits > 0) return agreeingWords >= 2 ? 'MISSING' : 'SINGLE';
  const agrees = new Set(aligned.map(({ agreement }) => agreement));
  if (agrees.has('INITIAL')) return 'INITIALS';
  const wordsCostBits = aligned.reduce((total, { costBits }) => total + costBits, 0);
  if (agrees.has('SPELLING') || agrees.has('SOUND') || spellingCostBits > wordsCostBits) return 'SOFT';
  return agrees.has('VARIANT') || agrees.has('SHORT') ? 'VARIANT' : 'SAME_WORDS';
}
