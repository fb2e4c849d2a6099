import type { NumberBlocks } from './number-blocks.js';

/** Values of a row that are compared with the next one. */
const RECENT_MAX = 16;
/** How far two numbers may lie apart and still stand side by side: check digits make the next valid number some way off. */
const STEP_MAX = 15;
/** From so many numbers of a block of 64 on, somebody asks about all of it, in whatever order. */
const BLOCK_FILLED_MIN = 8;
/** With so many last digits left out, numbers with one or two check digits at their end count up one by one. */
const CHECK_DIGITS = [1, 10, 100];

/** How a number stands to those asked about before it. */
export interface Place {
  /** Evenly spaced with three of them, its neighbour and the next two. */
  readonly isRegular: boolean;
  /** Near one of them, or in a block that is being filled. */
  readonly isNear: boolean;
}

const NOWHERE: Place = { isRegular: false, isNear: false };

/** The numbers of one line that a member asked about lately: accounts of one bank, phones of one country, and the like. */
export class RowOfNumbers {
  readonly #recent: number[] = [];
  /** Where the next value goes, in turn. */
  #next = 0;

  /** @param blocks of all lines of the member; `lineNumber` tells this one's from the others'. */
  constructor(
    private readonly blocks: NumberBlocks,
    private readonly lineNumber: number,
  ) {}

  /** Takes the next number, and says how it stands to those before. The same one again stands nowhere. */
  add(value: number): Place {
    const recent = this.#recent;
    if (recent.includes(value)) return NOWHERE;
    const isFilled = this.blocks.add(this.lineNumber, value) >= BLOCK_FILLED_MIN;
    const isNear = isFilled || recent.some((other) => Math.abs(other - value) <= STEP_MAX);
    const isRegular = CHECK_DIGITS.some((divisor) => isEvenlySpaced(recent, value, divisor));
    recent[this.#next] = value;
    this.#next = (this.#next + 1) % RECENT_MAX;
    return { isRegular, isNear };
  }
}

/**
 * Whether a value, its nearest neighbour and two others are evenly spaced, their last digits left out. Where two of them
 * differ in the last digits alone those are no check digits.
 */
function isEvenlySpaced(recent: readonly number[], value: number, divisor: number): boolean {
  const own = Math.floor(value / divisor);
  let nearest = Number.POSITIVE_INFINITY;
  for (const other of recent) {
    const shortened = Math.floor(other / divisor);
    if (shortened === own) return false;
    if (Math.abs(shortened - own) < Math.abs(nearest - own)) nearest = shortened;
  }
  const step = nearest - own;
  let [hasThird, hasFourth] = [false, false];
  for (const other of recent) {
    const shortened = Math.floor(other / divisor);
    if (shortened === nearest + step) hasThird = true;
    else if (shortened === nearest + 2 * step) hasFourth = true;
  }
  return hasThird && hasFourth;
}
