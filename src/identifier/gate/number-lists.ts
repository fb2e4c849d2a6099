import { beginsLikeFile } from './file-heads.js';

/** Numbers of one byte each in a row that are a file when they begin like one, and that are some file whatever they begin like. */
const BYTES_MIN = 16;
const BYTES_ANY_MIN = 64;
/** Of a hundred bytes of a file some sixty are above 99; prices and counts in a list mostly are not. */
const LARGE_SHARE_MIN = 0.35;

const DECIMAL_LIST = /(?<![\d.])\d{1,3}(?:[\s,;]{1,3}\d{1,3}){15,}(?![\d.])/gu;
const BIT_LIST = /(?<!\d)[01]{8}(?:[\s,;]{0,3}[01]{8}){15,}(?!\d)/gu;

/** Whether a text holds bytes that are written as numbers: `137, 80, 78, 71`, or in bits. */
export function holdsNumberedBytes(text: string): boolean {
  for (const [list] of text.matchAll(DECIMAL_LIST)) {
    const numbers = (list.match(/\d+/gu) ?? []).map(Number);
    if (numbers.some((number) => number > 255)) continue;
    if (beginsInside(numbers) || looksRandom(numbers)) return true;
  }
  for (const [list] of text.matchAll(BIT_LIST)) {
    // No honest text has sixteen groups of eight bits.
    if (list.length > 0) return true;
  }
  return false;
}

/** A number of its own may stand before the list: of a line, or how many there are. */
function beginsInside(numbers: readonly number[]): boolean {
  return [0, 1, 2].some(
    (start) => numbers.length - start >= BYTES_MIN && beginsLikeFile(Uint8Array.from(numbers.slice(start))),
  );
}

function looksRandom(numbers: readonly number[]): boolean {
  const large = numbers.filter((number) => number > 99).length;
  return numbers.length >= BYTES_ANY_MIN && large >= numbers.length * LARGE_SHARE_MIN;
}
