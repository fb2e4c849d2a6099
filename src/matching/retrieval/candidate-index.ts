import { nearRetrievalKeys, retrievalKeys, wordsOf } from './retrieval-keys.js';
import type { RetrievableIdentifier } from './name-tokens.js';
import { CANDIDATES_MAX, KEY_HOLDERS_MAX } from './retrieval-key.js';
import { Vocabulary } from './vocabulary.js';

/** A description to be indexed. `keys` are the hashes of its identifiers' exact keys. */
export interface Retrievable {
  readonly identifiers: readonly RetrievableIdentifier[];
  readonly keys: readonly string[];
}

/**
 * Finds the descriptions that another may be the same as, in memory, as the register does in its tables: by exact keys,
 * by retrieval keys, and by other spellings of the names' words. A candidate ranks by the sum over the keys in common of
 * the bits that each tells, -log2 of the share of descriptions that hold it.
 */
export class CandidateIndex {
  readonly #vocabulary = new Vocabulary();
  readonly #holders = new Map<string, number[]>();
  #size = 0;

  /** Adds a description and gives its number: 0, 1, 2 ... */
  add({ identifiers, keys }: Retrievable): number {
    const number = this.#size;
    this.#size += 1;
    for (const word of wordsOf(identifiers)) this.#vocabulary.add(word);
    for (const hash of new Set([...keys, ...retrievalKeys(identifiers).map((key) => key.hash)])) {
      const holders = this.#holders.get(hash);
      if (holders === undefined) this.#holders.set(hash, [number]);
      else holders.push(number);
    }
    return number;
  }

  /** Numbers of the descriptions that the given one may be the same as, the likeliest first, CANDIDATES_MAX at most. */
  candidates({ identifiers, keys }: Retrievable, candidatesMax = CANDIDATES_MAX): readonly number[] {
    const asked = new Set([
      ...keys,
      ...retrievalKeys(identifiers).map((key) => key.hash),
      ...nearRetrievalKeys(identifiers, this.#vocabulary.near).map((key) => key.hash),
    ]);
    const bits = new Map<number, number>();
    for (const hash of asked) {
      const holders = this.#holders.get(hash) ?? [];
      if (holders.length > KEY_HOLDERS_MAX) continue;
      const weight = Math.log2(this.#size / holders.length);
      for (const number of holders) bits.set(number, (bits.get(number) ?? 0) + weight);
    }
    return [...bits]
      .sort(([a, x], [b, y]) => y - x || a - b)
      .slice(0, candidatesMax)
      .map(([number]) => number);
  }
}
