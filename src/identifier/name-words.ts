import { asciiWords } from './text.js';

/** The words of a name in ASCII capitals; `&` is read as "and", initials (`J. P.`) as one word. */
export function nameWords(name: string): readonly string[] {
  const words = asciiWords(name.normalize('NFKC').replace(/\s*[&＆]\s*/gu, ' AND '));
  return words === '' ? [] : words.split(' ');
}

/** Runs of single letters as one word: `J P MORGAN` is `JP MORGAN`. */
export function joinInitials(words: readonly string[]): readonly string[] {
  return words
    .join(' ')
    .replace(/\b[A-Z](?: [A-Z])+\b/gu, (initials) => initials.replaceAll(' ', ''))
    .split(' ')
    .filter((word) => word !== '');
}

/** The words in alphabetical order, for comparing names whatever order they are written in. */
export function sortedWords(words: readonly string[]): string {
  return [...words].sort().join(' ');
}
