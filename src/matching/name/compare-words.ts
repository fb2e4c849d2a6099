import { EDIT, spellingDistance } from './spelling-distance.js';
import type { WordForm } from './word-form.js';

/**
 * How two words agree, best first. EXACT: letter by letter. NUMBER: one number written in two ways. VARIANT: two
 * transliterations of one spelling. MEANING: translations or abbreviations of one general word. JOINED: several words
 * here are one there. SHORT: a short form of a given name. ABBREVIATION: the beginning of a general word. SPELLING: a few
 * letters differ. SOUND: the same consonants. PART: one begins or ends with the other, as in scripts that do not set words
 * apart. ACRONYM: the initials of several words. INITIAL: one letter for a word.
 */
export const WORD_AGREEMENTS = [
  'EXACT',
  'NUMBER',
  'VARIANT',
  'MEANING',
  'JOINED',
  'SHORT',
  'ABBREVIATION',
  'SPELLING',
  'SOUND',
  'PART',
  'ACRONYM',
  'INITIAL',
] as const;

export type WordAgreement = (typeof WORD_AGREEMENTS)[number];

/** How two words agree and what of their rarity the difference takes away, in bits. */
export interface WordPair {
  readonly agreement: WordAgreement;
  readonly costBits: number;
}

/** Compares two words, `undefined` where they are different ones; the bits are their rarities. Symmetric. */
export type WordComparison = (a: WordForm, b: WordForm, aBits: number, bBits: number) => WordPair | undefined;

const NUMBER_COST_BITS = 0.5;
const VARIANT_COST_BITS = 1;
const MEANING_COST_BITS = 2;
const PLURAL_COST_BITS = 1;
/** One unrelated letter in a long word; in one of SHORT_WORD_LETTERS twice as much, for it makes another word sooner. */
export const EDIT_COST_BITS = 3.5;
export const SHORT_WORD_LETTERS = 3;
const SOUND_COST_BITS = 1.5;
/** Tenths of a letter, as `spellingDistance`. */
const FOLDED = 2;
/**
 * A difference that costs more than this share of the rarer word's rarity makes it another word. The rarer one counts,
 * for a rare spelling next to a frequent word is seldom a coincidence, and two frequent words are two words.
 */
const COST_SHARE_MAX = 0.9;
/** Skeletons of fewer consonants than this sound like too many other words. */
const SKELETON_LENGTH_MIN = 3;
/** More letters different than this share of the longer word make another word. */
const DIFFERENT_SHARE_MAX = 0.45;

const ABBREVIATION_COST_BITS = 3;
const ABBREVIATION_LENGTH_MIN = 3;
/** One name in about 1,000 holds a word of this rarity. */
const ABBREVIATED_BITS_MAX = 10;

const EXACT: WordPair = { agreement: 'EXACT', costBits: 0 };
const NUMBER: WordPair = { agreement: 'NUMBER', costBits: NUMBER_COST_BITS };
const VARIANT: WordPair = { agreement: 'VARIANT', costBits: VARIANT_COST_BITS };
const MEANING: WordPair = { agreement: 'MEANING', costBits: MEANING_COST_BITS };
const ABBREVIATION: WordPair = { agreement: 'ABBREVIATION', costBits: ABBREVIATION_COST_BITS };
const PLURAL: WordPair = { agreement: 'VARIANT', costBits: PLURAL_COST_BITS };

/** How two words of merchants' names agree, as a WordComparison. */
export function compareWords(a: WordForm, b: WordForm, aBits: number, bBits: number): WordPair | undefined {
  if (a.text === b.text) return EXACT;
  if (a.number !== undefined && b.number !== undefined) return a.number === b.number ? NUMBER : undefined;
  if (hasDigit(a.text) || hasDigit(b.text)) return undefined;
  if (a.group !== undefined && a.group === b.group) return MEANING;
  if (`${a.text}S` === b.text || `${b.text}S` === a.text) return PLURAL;
  if (a.fold === b.fold) return VARIANT;
  const spelling = compareSpelling(a, b, Math.max(aBits, bBits) * COST_SHARE_MAX);
  if ((spelling?.costBits ?? Infinity) <= ABBREVIATION_COST_BITS) return spelling;
  return isAbbreviation(a, b, bBits) || isAbbreviation(b, a, aBits) ? ABBREVIATION : spelling;
}

/** Whether a word is the beginning of a general one: of a rare word it would be another name. */
function isAbbreviation(short: WordForm, long: WordForm, longBits: number): boolean {
  return (
    longBits <= ABBREVIATED_BITS_MAX &&
    short.text.length >= ABBREVIATION_LENGTH_MIN &&
    long.text.length > short.text.length &&
    long.text.startsWith(short.text)
  );
}

function hasDigit(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) < 58) return true;
  return false;
}

/** How near two words are in spelling or sound, where the difference costs no more than `costBitsMax`. */
function compareSpelling(a: WordForm, b: WordForm, costBitsMax: number): WordPair | undefined {
  const part = comparePart(a.text, b.text);
  if (part !== undefined) return part;
  const length = Math.max(a.text.length, b.text.length);
  const editBits = EDIT_COST_BITS * (1 + SHORT_WORD_LETTERS / length);
  const soundsAlike = a.skeleton === b.skeleton && a.skeleton.length >= SKELETON_LENGTH_MIN;
  // What sounds alike costs half and SOUND_COST_BITS.
  const spellingBitsMax = soundsAlike ? (costBitsMax - SOUND_COST_BITS) * 2 : costBitsMax;
  const share = Math.min(length * DIFFERENT_SHARE_MAX, spellingBitsMax / editBits);
  const most = Math.floor(Math.max(0, share) * EDIT);
  const distance = leastDistance(a, b, most);
  if (distance > most) return undefined;
  const spelling = (distance / EDIT) * editBits;
  const sound = SOUND_COST_BITS + spelling / 2;
  if (distance > EDIT && soundsAlike && sound < spelling) return { agreement: 'SOUND', costBits: sound };
  return { agreement: 'SPELLING', costBits: spelling };
}

/** The distance as written or as folded, the lesser; a folding that was needed counts a little. */
function leastDistance(a: WordForm, b: WordForm, most: number): number {
  const written = spellingDistance(a.letters, b.letters, most);
  if (written <= EDIT) return written;
  return Math.min(written, spellingDistance(a.foldLetters, b.foldLetters, most - FOLDED) + FOLDED);
}

/** A shorter beginning or end is found by chance. */
const PART_LENGTH_MIN = 8;
/** Of a letter or two more the spelling is compared. */
const PART_REST_MIN = 3;
const PART_COST_BITS = 4;

function comparePart(a: string, b: string): WordPair | undefined {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (
    short.length < PART_LENGTH_MIN ||
    long.length < short.length + PART_REST_MIN ||
    !(long.startsWith(short) || long.endsWith(short))
  )
    return undefined;
  return { agreement: 'PART', costBits: PART_COST_BITS };
}
