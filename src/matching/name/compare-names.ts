import { alignWords, type Alignment, type WeighedWord } from './align-words.js';
import { compareWords } from './compare-words.js';
import { compareForms, type FormAgreement } from './form-families.js';
import { measureAgreement, type Agreement, type AsWritten } from './measure-agreement.js';
import type { NameForm } from './name-form.js';
import type { TokenRarity } from './token-rarity.js';

/**
 * How two merchants' names agree, best first.
 *
 * EXACT: the same, the legal form and spaces aside. SAME_WORDS: the same words in any order, however joined, translated,
 * or as numbers. RARE_WORDS: all rare words agree, only general ones are missing. SOFT: all words agree, some but for a
 * few letters. PHONETIC: some only by sound. CONTAINED: one name is the other and more. ACRONYM: the initials of the
 * other. PARTIAL: rare words agree, others differ. NUMBERS: alike, but for their numbers. CONFLICT: something agrees,
 * rare words differ on both sides. DIFFERENT: nothing that counts agrees.
 */
export const NAME_LEVELS = [
  'EXACT',
  'SAME_WORDS',
  'RARE_WORDS',
  'SOFT',
  'PHONETIC',
  'CONTAINED',
  'ACRONYM',
  'PARTIAL',
  'NUMBERS',
  'CONFLICT',
  'DIFFERENT',
] as const;

export type NameLevel = (typeof NAME_LEVELS)[number];

/** Levels at which two names are one name, written otherwise or without its general words. */
export const NEAR_NAME_LEVELS: ReadonlySet<string> = new Set<NameLevel>([
  'EXACT',
  'SAME_WORDS',
  'RARE_WORDS',
  'SOFT',
  'PHONETIC',
]);

/** SAME: equal, or none on both sides. NEAR: a letter or digit apart. EXTRA: on one side alone. CONFLICT: others. */
export type NumberAgreement = 'SAME' | 'NEAR' | 'EXTRA' | 'CONFLICT';

/** How two names agree. */
export interface NameComparison extends Agreement {
  readonly level: NameLevel;
  /** Share of the rarity in both names that agrees, 0 to 1. */
  readonly coverage: number;
  readonly numbers: NumberAgreement;
  readonly legalForm: FormAgreement;
}

/** Rarity from which a word makes a name known: one in 64 names holds it. */
const RARE_WORD_BITS = 6;
/** Left-over words of less rarity in all are general ones. */
const GENERAL_WORDS_BITS = 8;

const RULES = { compare: compareWords, acronyms: true, ordered: true } as const;

/** Compares two prepared names. Symmetric; a name with itself is EXACT. */
export function compareNames(a: NameForm, b: NameForm, rarity: TokenRarity): NameComparison {
  const [first, second] = inOrder(a, b);
  const alignment = alignWords(first, second, rarity, RULES);
  const left = splitNumbers(alignment.leftA);
  const right = splitNumbers(alignment.leftB);
  const { asWritten, agreement } = measureAgreement(first, second, {
    agreeingBits: sum(alignment.aligned.map((words) => words.rarityBits)),
    costBits: sum(alignment.aligned.map((words) => words.costBits)),
    leftBits: [left.bits, right.bits],
    hasOtherNumbers: left.numbers.length + right.numbers.length > 0,
  });
  const numbers = asWritten === 'WORDS' ? compareNumbers(left.numbers, right.numbers) : 'SAME';
  return {
    level: asWritten === 'EXACT' ? 'EXACT' : levelOf(agreement, numbers, asWritten, alignment),
    ...agreement,
    coverage: coverageOf(agreement),
    numbers,
    legalForm: compareForms(first.forms, second.forms),
  };
}

function coverageOf({ agreeingBits, conflictingBits, extraBits }: Agreement): number {
  const differingBits = 2 * conflictingBits + extraBits;
  return agreeingBits === 0 ? 0 : (2 * agreeingBits) / (2 * agreeingBits + differingBits);
}

/** An order of the two names that does not depend on which was given first. */
function inOrder(a: NameForm, b: NameForm): readonly [NameForm, NameForm] {
  return a.text <= b.text ? [a, b] : [b, a];
}

function splitNumbers(words: readonly WeighedWord[]): { numbers: readonly string[]; bits: number } {
  const numbers: string[] = [];
  let bits = 0;
  for (const { word, rarityBits } of words) {
    if (rarityBits === 0) continue;
    if (isNumeric(word.text) || word.number !== undefined) numbers.push(word.text);
    else bits += rarityBits;
  }
  return { numbers, bits };
}

function isNumeric(text: string): boolean {
  return /\d/.test(text);
}

function compareNumbers(a: readonly string[], b: readonly string[]): NumberAgreement {
  if (a.length === 0 && b.length === 0) return 'SAME';
  if (a.length === 0 || b.length === 0) return 'EXTRA';
  return a.length === 1 && b.length === 1 && isOneLetterApart(a[0] ?? '', b[0] ?? '') ? 'NEAR' : 'CONFLICT';
}

/** Whether one letter or digit was replaced, dropped or added. */
function isOneLetterApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return short.slice(long.length === short.length ? at + 1 : at) === long.slice(at + 1);
}

function levelOf(
  { agreeingBits, conflictingBits, extraBits, spellingCostBits }: Agreement,
  numbers: NumberAgreement,
  asWritten: AsWritten,
  { aligned }: Alignment,
): NameLevel {
  if (asWritten === 'NEAR') return 'SOFT';
  const rarestBits = Math.max(0, ...aligned.map((words) => words.rarityBits - words.costBits));
  if (rarestBits < RARE_WORD_BITS && agreeingBits <= conflictingBits + extraBits) return 'DIFFERENT';
  if (conflictingBits > GENERAL_WORDS_BITS) return 'CONFLICT';
  if (numbers === 'CONFLICT' || numbers === 'NEAR') return 'NUMBERS';
  if (conflictingBits > 0) return 'PARTIAL';
  if (aligned.some(({ agreement }) => agreement === 'ACRONYM')) return 'ACRONYM';
  const isPart = numbers === 'EXTRA' || aligned.some(({ agreement }) => agreement === 'PART');
  if (isPart || extraBits > GENERAL_WORDS_BITS) return 'CONTAINED';
  if (aligned.some(({ agreement }) => agreement === 'SOUND')) return 'PHONETIC';
  if (aligned.some(({ agreement }) => agreement === 'SPELLING')) return 'SOFT';
  if (spellingCostBits > sum(aligned.map(({ costBits }) => costBits))) return 'SOFT';
  return extraBits > 0 ? 'RARE_WORDS' : 'SAME_WORDS';
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
