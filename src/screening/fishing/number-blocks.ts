/** Numbers of a block: one bit for each. */
const BLOCK_SIZE = 64;
/** Blocks that are kept, at places given by their number: 130,000 numbers, in 32 KiB. */
const PLACES = 2_048;

/**
 * Which numbers were asked about, in blocks of 64, to see that a range is being gone through in whatever order. A block that
 * falls on the place of another takes it: in a range all blocks have different places.
 */
export class NumberBlocks {
  readonly #owners = new Float64Array(PLACES).fill(-1);
  readonly #low = new Uint32Array(PLACES);
  readonly #high = new Uint32Array(PLACES);

  /** Marks a number of a line, and gives how many of its block are marked. */
  add(lineNumber: number, value: number): number {
    const block = Math.floor(value / BLOCK_SIZE);
    const place = (block + lineNumber * 31) % PLACES;
    // Lines are few and blocks are below 2^44, so that the two together are one number that a double holds.
    const owner = block * 64 + (lineNumber % 64);
    if (this.#owners[place] !== owner) {
      this.#owners[place] = owner;
      this.#low[place] = 0;
      this.#high[place] = 0;
    }
    const bit = value % BLOCK_SIZE;
    const half = bit < 32 ? this.#low : this.#high;
    half[place] = ((half[place] ?? 0) | (1 << (bit % 32))) >>> 0;
    return bitsIn(this.#low[place] ?? 0) + bitsIn(this.#high[place] ?? 0);
  }
}

/** The number of ones in a 32-bit word. */
function bitsIn(word: number): number {
  let bits = word - ((word >>> 1) & 0x55555555);
  bits = (bits & 0x33333333) + ((bits >>> 2) & 0x33333333);
  return Math.imul((bits + (bits >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
