import { findLegalForm, spaceLegalForm } from './legal-forms.js';
import { asciiWords, isAscii, tidy, tidyUpper } from './text.js';

/** A letter of a script of its own: modifiers that several scripts share, such as the Hawaiian okina, are of none. */
const NOT_LATIN = /[^\P{L}\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]/u;
/** Apostrophes and the like, which stand within a word. */
const WITHIN_WORDS = /['`’׳״]/gu;
const BETWEEN_WORDS = /[^\p{L}\p{M}\p{N}]+/u;

/**
 * A name in capitals as it was typed: letters, marks, digits and single spaces. Undefined where it was typed in Latin
 * script, for then its ASCII words say all. Where it was not, transliteration takes away what the script tells apart:
 * signs of Chinese that are read alike, vowels that Arabic does not write.
 */
export function nativeName(typed: string): string | undefined {
  return nativeText(nativeWords(typed));
}

/** `nativeName` of a merchant, without the legal form that is split off its ASCII words. */
export function nativeMerchantName(typed: string): string | undefined {
  if (isAscii(typed)) return undefined;
  const words = nativeWords(spaceLegalForm(tidy(typed)));
  const found = findLegalForm(words.map((word) => asciiWords(word).replaceAll(' ', '')));
  return nativeText(found === undefined ? words : words.slice(found.start, found.end));
}

function nativeWords(typed: string): readonly string[] {
  if (isAscii(typed)) return [];
  return tidyUpper(typed)
    .replace(WITHIN_WORDS, '')
    .split(BETWEEN_WORDS)
    .filter((word) => word !== '');
}

function nativeText(words: readonly string[]): string | undefined {
  const text = words.join(' ');
  return NOT_LATIN.test(text) ? text : undefined;
}
