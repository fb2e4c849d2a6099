import { assert } from '../common/assert.js';

/** Sets of the numbers 0, 1, 2 ... that only ever grow together: which are one, directly or by way of others. */
export class DisjointSets {
  readonly #parents: number[] = [];

  /** A new number in a set of its own. */
  add(): number {
    this.#parents.push(this.#parents.length);
    return this.#parents.length - 1;
  }

  /** The number that stands for the set. */
  find(member: number): number {
    let root = member;
    for (let parent = this.#parentOf(root); parent !== root; parent = this.#parentOf(root)) {
      // Each look-up halves the way of the next one.
      this.#parents[root] = this.#parentOf(parent);
      root = parent;
    }
    return root;
  }

  unite(a: number, b: number): void {
    this.#parents[this.find(a)] = this.find(b);
  }

  #parentOf(member: number): number {
    const parent = this.#parents[member];
    assert(parent !== undefined, 'the number came from add');
    return parent;
  }
}
