import anyAscii from 'any-ascii';

const ASCII = /^\p{ASCII}*$/u;

/** Whether a text is its own transliteration. Most are, and need none of what the others cost. */
export function isAscii(text: string): boolean {
  return ASCII.test(text);
}

/** Decimal digits of every script as ASCII digits: `٤١` is `41`. */
export function asciiDigits(text: string): string {
  if (isAscii(text)) return text;
  return text.replace(/[^\P{Nd}0-9]/gu, (digit) => anyAscii(digit));
}

/** NFKC, digits of any script as ASCII, runs of white space as one space, none at the ends. */
export function tidy(text: string): string {
  const folded = isAscii(text) ? text : asciiDigits(text.normalize('NFKC'));
  return UNTIDY_SPACE.test(folded) ? folded.replace(/\s+/gu, ' ').trim() : folded;
}

const UNTIDY_SPACE = /^\s|\s$|\s\s|[^\S ]/u;

/**
 * `tidy` in upper case. Normalised again after the change of case, because a capital may have another composition than
 * its small letter.
 */
export function tidyUpper(text: string): string {
  const upper = tidy(text).toUpperCase();
  return isAscii(upper) ? upper : tidy(upper);
}

/** Upper case without white space and the separators people group numbers with: dashes, dots, slashes, underscores. */
export function withoutSeparators(text: string): string {
  return tidyUpper(text).replace(/[\s\p{Pd}./\\_·'’]/gu, '');
}

/** Transliterated to ASCII, upper case, letters, digits and single spaces alone: `Gdańsk, Długa` is `GDANSK DLUGA`. */
export function asciiWords(text: string): string {
  return (isAscii(text) ? text : anyAscii(text.normalize('NFKC')))
    .toUpperCase()
    .replace(/['`’]/gu, '')
    .replace(/[^A-Z0-9]+/gu, ' ')
    .trim();
}

/** Length in characters as people and PostgreSQL count them (code points). */
export function lengthOf(text: string): number {
  return Array.from(text).length;
}
