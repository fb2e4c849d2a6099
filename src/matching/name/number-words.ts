/** Numbers spelt out, up to nineteen, with their ordinals. */
const UNITS = `
  0 ZERO
  1 ONE FIRST PRIMERO PREMIER ERSTE
  2 TWO SECOND SEGUNDO
  3 THREE THIRD TERCERO
  4 FOUR FOURTH
  5 FIVE FIFTH
  6 SIX SIXTH
  7 SEVEN SEVENTH
  8 EIGHT EIGHTH
  9 NINE NINTH
  10 TEN TENTH
  11 ELEVEN ELEVENTH
  12 TWELVE TWELFTH
  13 THIRTEEN
  14 FOURTEEN
  15 FIFTEEN
  16 SIXTEEN
  17 SEVENTEEN
  18 EIGHTEEN
  19 NINETEEN
`;
/** `FOURTY` is wrong and common. */
const TENS = `
  20 TWENTY TWENTIETH
  30 THIRTY
  40 FORTY FOURTY
  50 FIFTY
  60 SIXTY
  70 SEVENTY
  80 EIGHTY
  90 NINETY
`;

function spelt(table: string): ReadonlyMap<string, number> {
  return new Map(
    table
      .trim()
      .split('\n')
      .flatMap((line) => {
        const [value = '', ...words] = line.trim().split(' ');
        return words.map((word): [string, number] => [word, Number(value)]);
      }),
  );
}

const UNIT_BY_WORD = spelt(UNITS);
const TEN_BY_WORD = spelt(TENS);

/** Above it a numeral of letters is a word or initials. */
const ROMAN_MAX = 39;
const ROMAN = new Map(Array.from({ length: ROMAN_MAX }, (_, index) => [roman(index + 1), index + 1]));

function roman(value: number): string {
  const units = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];
  return 'X'.repeat(Math.floor(value / 10)) + (units[value % 10] ?? '');
}

/** A number in a name, and how many words it takes. */
export interface ReadNumber {
  readonly value: string;
  readonly words: number;
}

/**
 * The number that a name's words have at `index`: digits without leading zeros, an ordinal (`1ST`), one spelt out
 * (`FORTY FOUR`), or Roman numerals. A numeral of one letter counts only behind other words: in front it is an initial.
 */
export function readNumber(words: readonly string[], index: number): ReadNumber | undefined {
  const word = words[index] ?? '';
  const [, digits] = /^0*(\d+)(?:ST|ND|RD|TH)?$/.exec(word) ?? [];
  if (digits !== undefined) return { value: digits, words: 1 };
  const tens = TEN_BY_WORD.get(word);
  if (tens !== undefined) {
    const next = words[index + 1] ?? '';
    const unit = /^[1-9]$/.test(next) ? Number(next) : UNIT_BY_WORD.get(next);
    const isUnit = unit !== undefined && unit > 0 && unit < 10;
    return { value: String(isUnit ? tens + unit : tens), words: isUnit ? 2 : 1 };
  }
  const unit = UNIT_BY_WORD.get(word);
  if (unit !== undefined) return { value: String(unit), words: 1 };
  const numeral = word.length > 1 || index > 0 ? ROMAN.get(word) : undefined;
  return numeral === undefined ? undefined : { value: String(numeral), words: 1 };
}
