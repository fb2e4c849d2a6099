import type { DescribedIdentifier } from '../description.js';
import { isStreetWord, withoutStreetEnding } from './street-words.js';

/** An address prepared for comparing. What is not known is empty. */
export interface AddressForm {
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Letters and digits. */
  readonly postcode: string;
  readonly city: string;
  readonly region: string;
  /** As the line gives it, a range as `12-14`; empty where the line has none in its usual place. */
  readonly houseNumber: string;
  /** The numbers of the house: both ends of a range. */
  readonly houses: ReadonlySet<string>;
  /** Every number of the line but the unit's, the house number among them. */
  readonly numbers: ReadonlySet<string>;
  readonly unit: string;
  /** The words that name the street: words for what streets are (STREET, RUE, NORTH) and numbers taken out. */
  readonly street: readonly string[];
  /** The same as one text without spaces, and without an ending that means street (STRASSE). */
  readonly compactStreet: string;
  /** A script without spaces between words: they cannot be told apart once transliterated. */
  readonly isUnspaced: boolean;
  /** House and street as one value, by which those who hold the address are counted. */
  readonly place: string;
}

/** Longer words hardly come in scripts that set spaces. */
const SPACED_WORD_MAX = 22;
const HAS_DIGIT = /\d/;
/** `1ST`, `23RD`: a street that is named by a number. */
const ORDINAL = /^(\d+)(?:ST|ND|RD|TH)$/;
/** `117A`, `12-14`: what stands for the house. */
const HOUSE = /^\d{1,6}[A-Z]?(?:-\d{1,6}[A-Z]?)?$/;

/** Prepares an ADDRESS. Its parts are those of the normal form (identifier/address.ts); without them only the line is. */
export function addressForm({
  value,
  parts = {},
}: Pick<DescribedIdentifier, 'value' | 'parts'>): AddressForm {
  const line = parts['street'] ?? (parts['city'] === undefined ? value : '');
  const houseNumber = parts['houseNumber'] ?? '';
  const houses = new Set(numbersOf(houseNumber));
  const numbers = new Set(houses);
  const words: string[] = [];
  for (const word of line.split(' ')) {
    if (word === '') continue;
    const ordinal = ORDINAL.exec(word)?.[1];
    if (ordinal !== undefined) words.push(ordinal);
    else if (HOUSE.test(word)) for (const number of numbersOf(word)) numbers.add(number);
    else words.push(word);
  }
  const naming = words.filter((word) => !isStreetWord(word));
  // A street named by a number has it for its name: `112 EAST 51 STREET`.
  const roads = [...numbers].filter((number) => !houses.has(number));
  const street = [naming, roads, words].find((named) => named.length > 0)?.map(withoutStreetEnding) ?? [];
  return {
    country: parts['country'] ?? '',
    postcode: parts['postcode'] ?? '',
    city: parts['city'] ?? '',
    region: parts['region'] ?? '',
    houseNumber,
    houses,
    numbers,
    unit: parts['unit'] ?? '',
    street,
    compactStreet: street.join(''),
    isUnspaced: street.some((word) => word.length > SPACED_WORD_MAX),
    place: `${[...numbers][0] ?? ''} ${street.join('')}`,
  };
}

/** The numbers of a house: both ends of a range, without the letter behind (`12A` is also 12). */
function numbersOf(text: string): readonly string[] {
  return text.split('-').flatMap((part) => {
    if (!HAS_DIGIT.test(part)) return [];
    const bare = part.replace(/[A-Z]+$/, '').replace(/^0+(?=\d)/, '');
    return [bare];
  });
}
