import type { CountedWords } from './counted-words.js';

/** What of a count is kept. */
export interface TallyLimits {
  /** A word that fewer hold is not kept. */
  readonly holdersMin: number;
  /** Words that are kept, those that most hold. */
  readonly wordsMax: number;
}

/**
 * Counts by how many merchants each word of names is held. Names come in the order of their holders: those of one holder
 * one after the other.
 */
export class WordTally {
  readonly #holders = new Map<string, number>();
  #merchants = 0;
  #holder: string | undefined;
  /** Words of the holder in hand. */
  #words = new Set<string>();

  add(holder: string, names: readonly string[]): void {
    if (holder !== this.#holder) this.close();
    this.#holder = holder;
    for (const name of names) for (const word of wordsOf(name)) this.#words.add(word);
  }

  counted({ holdersMin, wordsMax }: TallyLimits): CountedWords {
    this.close();
    const kept = [...this.#holders]
      .filter(([, holders]) => holders >= holdersMin)
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, wordsMax);
    return { merchants: this.#merchants, holders: new Map(kept) };
  }

  private close(): void {
    if (this.#words.size > 0) this.#merchants += 1;
    for (const word of this.#words) this.#holders.set(word, (this.#holders.get(word) ?? 0) + 1);
    this.#words = new Set();
  }
}

/** The words of a name in its normal form, as they are compared (nameForm), but for numbers written on to words. */
export function wordsOf(name: string): readonly string[] {
  return name.split(/[^A-Z0-9]+/).filter((word) => word !== '');
}
