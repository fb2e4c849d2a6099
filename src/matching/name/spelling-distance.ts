/** Longest word that is compared letter by letter; of a longer one the rest is not looked at. */
export const COMPARED_LENGTH_MAX = 40;

/** A change of one letter into an unrelated one, the unit of distance. Kept whole so that sums are exact. */
export const EDIT = 10;

/** The least that any difference costs. */
export const DISTANCE_MIN = 5;

const VOWELS = new Set('AEIOU');
/** Letters that are taken for each other by ear. */
const ALIKE = ['GK', 'BP', 'DT', 'FV', 'SZ', 'S$', 'Z$', 'MN', 'KH', 'GH', 'UV', 'BV'];
const FIRST = 32;
const LETTERS = 64;

/** What it costs to write one letter for another, in EDIT / 10. */
const REPLACED = replacements();
/** What it costs to write a letter too many or too few. */
const DROPPED = Uint8Array.from({ length: LETTERS }, (_, code) => {
  const letter = String.fromCharCode(code + FIRST);
  if (VOWELS.has(letter)) return 7;
  return letter === 'H' ? DISTANCE_MIN : EDIT;
});

function replacements(): Uint8Array {
  const costs = new Uint8Array(LETTERS * LETTERS).fill(EDIT);
  const set = (a: string, b: string, cost: number): void => {
    const [left, right] = [a.charCodeAt(0) - FIRST, b.charCodeAt(0) - FIRST];
    costs[left * LETTERS + right] = cost;
    costs[right * LETTERS + left] = cost;
  };
  for (const a of VOWELS) for (const b of VOWELS) set(a, b, 6);
  for (const [a = '', b = ''] of ALIKE) set(a, b, 7);
  for (let code = 0; code < LETTERS; code += 1) costs[code * LETTERS + code] = 0;
  return costs;
}

/** A word of ASCII capitals, digits and `$` as numbers from 0 to 63. */
export function letterCodes(word: string): Uint8Array {
  const codes = new Uint8Array(Math.min(word.length, COMPARED_LENGTH_MAX));
  for (let index = 0; index < codes.length; index += 1)
    codes[index] = (word.charCodeAt(index) - FIRST) & (LETTERS - 1);
  return codes;
}

const WIDTH = COMPARED_LENGTH_MAX + 1;
let above = new Uint16Array(WIDTH);
let row = new Uint16Array(WIDTH);
let twoAbove = new Uint16Array(WIDTH);

/**
 * How far two words are apart in spelling, in tenths of a letter: letters replaced, dropped, added, or two neighbours
 * exchanged (Damerau's optimal string alignment). Vowels and letters heard alike cost less. Above `most` the answer is
 * `most + 1`, found early. Symmetric. The rows are kept between calls only to spare their making.
 */
export function spellingDistance(a: Uint8Array, b: Uint8Array, most: number): number {
  if (Math.abs(a.length - b.length) * DISTANCE_MIN > most) return most + 1;
  row[0] = 0;
  for (let j = 1; j <= b.length; j += 1) row[j] = (row[j - 1] ?? 0) + (DROPPED[b[j - 1] ?? 0] ?? 0);
  for (let i = 1; i <= a.length; i += 1) {
    [twoAbove, above, row] = [above, row, twoAbove];
    const letter = a[i - 1] ?? 0;
    const dropped = DROPPED[letter] ?? EDIT;
    let least = (above[0] ?? 0) + dropped;
    row[0] = least;
    for (let j = 1; j <= b.length; j += 1) {
      const other = b[j - 1] ?? 0;
      let cost = (above[j - 1] ?? 0) + (REPLACED[letter * LETTERS + other] ?? EDIT);
      const without = (above[j] ?? 0) + dropped;
      if (without < cost) cost = without;
      const added = (row[j - 1] ?? 0) + (DROPPED[other] ?? EDIT);
      if (added < cost) cost = added;
      if (i > 1 && j > 1 && letter === b[j - 2] && other === a[i - 2] && letter !== other) {
        const exchanged = (twoAbove[j - 2] ?? 0) + EDIT;
        if (exchanged < cost) cost = exchanged;
      }
      row[j] = cost;
      if (cost < least) least = cost;
    }
    if (least > most + EDIT) return most + 1;
  }
  return Math.min(row[b.length] ?? 0, most + 1);
}
