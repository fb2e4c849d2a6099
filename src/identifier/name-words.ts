import { asciiWords } from './text.js';

/** The words of a name in ASCII capitals; `&` is read as "and", initials (`J. P.`) as one word. */
export function nameWords(name: string): readonly string[] {
  const words = asciiWords(name.normalize('NFKC').replaceAll('&', ' AND '));
  return words === '' ? [] : words.split(' ');
}

/** Runs of single letters as one word: `J P MORGAN` is `JP MORGAN`. */
export function joinInitials(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  let run = '';
  for (const word of words) {
    if (isInitial(word)) {
      run += word;
      continue;
    }
    if (run !== '') joined.push(run);
    run = '';
    joined.push(word);
  }
  if (run !== '') joined.push(run);
  return joined;
}

/** A single digit is a number and stays by itself. */
function isInitial(word: string): boolean {
  return word.length === 1 && word >= 'A' && word <= 'Z';
}

/** The words in alphabetical order, for comparing names whatever order they are written in. */
export function sortedWords(words: readonly string[]): string {
  return [...words].sort().join(' ');
}
