import { assert } from '../common/assert.js';

/**
 * Numbers that look random and are the same in every run: mulberry32, a generator of 32 bits of state that is in the public
 * domain. For invented data alone, never for a secret.
 */
export class DemoRandom {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** 0 up to, not including, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `from` to `to`, both included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1));
  }

  /** True in `share` (0 to 1) of the cases. */
  chance(share: number): boolean {
    return this.next() < share;
  }

  /** One of a list that is not empty. */
  pick<Item>(items: readonly Item[]): Item {
    const item = items[this.whole(0, items.length - 1)];
    assert(item !== undefined, 'a list to pick from is not empty');
    return item;
  }

  /** One of several, by weight. */
  weighted<Item>(choices: readonly (readonly [item: Item, weight: number])[]): Item {
    let place = this.next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
    const [chosen] = choices.find(([, weight]) => (place -= weight) < 0) ?? choices.at(-1) ?? [];
    assert(chosen !== undefined, 'a list to choose from is not empty');
    return chosen;
  }

  /** `count` different items of a list, in its order; all of them where it has no more. */
  some<Item>(items: readonly Item[], count: number): Item[] {
    const places = new Set<number>();
    while (places.size < Math.min(count, items.length)) places.add(this.whole(0, items.length - 1));
    return items.filter((_item, place) => places.has(place));
  }

  digits(length: number): string {
    return Array.from({ length }, () => String(this.whole(0, 9))).join('');
  }

  bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.whole(0, 255));
  }
}

/** Makes what `make` makes, again and again until it is something that was not made before. */
export function newEachTime(make: () => string): () => string {
  const made = new Set<string>();
  return () => {
    for (let tries = 0; tries < 1_000; tries += 1) {
      const value = make();
      if (made.has(value)) continue;
      made.add(value);
      return value;
    }
    assert(false, 'an invented range has room for all that the demo coalition takes from it');
  };
}
