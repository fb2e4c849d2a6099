import { wordDistance, wordVariants } from './near-words.js';

/** The most other spellings of one word that are looked for. */
export const NEAR_WORDS_MAX = 8;

/** Other spellings of a word that names are known to be written with, the nearest first, without the word itself. */
export type NearWords = (word: string) => readonly string[];

/** Of the words that a vocabulary holds under variants of `word`, those that are near, the nearest first. */
export function nearest(word: string, known: Iterable<string>): readonly string[] {
  return [...new Set(known)]
    .flatMap((other) => {
      const distance = other === word ? undefined : wordDistance(word, other);
      return distance === undefined ? [] : [{ other, distance }];
    })
    .sort((one, two) => one.distance - two.distance || (one.other < two.other ? -1 : 1))
    .slice(0, NEAR_WORDS_MAX)
    .map(({ other }) => other);
}

/** The words of names, in memory, found by other spellings. The register keeps its own in tables. */
export class Vocabulary {
  readonly #byVariant = new Map<string, string[]>();
  readonly #words = new Set<string>();

  add(word: string): void {
    if (this.#words.has(word)) return;
    this.#words.add(word);
    for (const variant of wordVariants(word)) {
      const words = this.#byVariant.get(variant);
      if (words === undefined) this.#byVariant.set(variant, [word]);
      else words.push(word);
    }
  }

  readonly near: NearWords = (word) =>
    nearest(
      word,
      wordVariants(word).flatMap((variant) => this.#byVariant.get(variant) ?? []),
    );
}
