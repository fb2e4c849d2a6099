import type { AddressForm } from './address-form.js';
import { editDistance, isTypo } from './edit-distance.js';
import type { LevelOf } from './levels.js';

/** How two addresses agree, field by field. A field that one of them lacks is absent. */
export interface AddressComparison {
  readonly STREET?: LevelOf<'STREET'>;
  readonly UNIT?: LevelOf<'UNIT'>;
  readonly POSTCODE?: LevelOf<'POSTCODE'>;
  readonly CITY?: LevelOf<'CITY'>;
  readonly REGION?: LevelOf<'REGION'>;
}

/** Share of the shorter street's letters that must agree for the same street, and for a part of it. */
const STREET_SAME_MIN = 0.75;
const STREET_PART_MIN = 0.4;
/** The least postcode that two of different length may share: US ZIP codes with and without their last four. */
const POSTCODE_SHARED_MIN = 4;
/** House numbers so near are next door, the other end of the block, or the same after a new numbering. */
const HOUSE_NEAR_MAX = 10;

/**
 * Compares two addresses: house number and street, unit, postcode, city and region each in levels (levels.ts). The
 * country is compared with the merchant's countries, not here.
 *
 * Pure and symmetric.
 */
export function compareAddresses(a: AddressForm, b: AddressForm): AddressComparison {
  const street = compareStreets(a, b);
  const unit = street === 'SAME' ? compareExact(a.unit, b.unit) : undefined;
  const postcode = comparePostcodes(a.postcode, b.postcode);
  const city = compareCities(a.city, b.city);
  // States are written in full and in short; only two of one length can be told to differ.
  const region =
    a.region === b.region || (a.region.length <= 3 && b.region.length <= 3)
      ? compareExact(a.region, b.region)
      : undefined;
  return {
    ...(street !== undefined && { STREET: street }),
    ...(unit !== undefined && { UNIT: unit }),
    ...(postcode !== undefined && { POSTCODE: postcode }),
    ...(city !== undefined && { CITY: city }),
    ...(region !== undefined && { REGION: region }),
  };
}

function compareExact(a: string, b: string): 'SAME' | 'OTHER' | undefined {
  if (a === '' || b === '') return undefined;
  return a === b ? 'SAME' : 'OTHER';
}

type House = 'SAME' | 'NEAR' | 'OTHER' | 'UNKNOWN';

function compareStreets(a: AddressForm, b: AddressForm): LevelOf<'STREET'> | undefined {
  const likeness = streetLikeness(a, b);
  if (likeness === undefined) return undefined;
  const house = compareHouses(a, b);
  if (likeness >= STREET_SAME_MIN) {
    if (house === 'SAME') return 'SAME';
    if (house === 'NEAR') return 'HOUSE_NEAR';
    return house === 'OTHER' ? 'HOUSE_OTHER' : 'STREET_WITHOUT_HOUSE';
  }
  if (likeness >= STREET_PART_MIN) return house === 'SAME' ? 'HOUSE_SAME_STREET_PART' : 'STREET_PART';
  return house === 'SAME' ? 'HOUSE_SAME_STREET_OTHER' : 'OTHER';
}

function compareHouses(a: AddressForm, b: AddressForm): House {
  if (a.numbers.size === 0 || b.numbers.size === 0) return 'UNKNOWN';
  if (a.houseNumber === b.houseNumber && a.houseNumber !== '') return 'SAME';
  const [few, many] = a.numbers.size <= b.numbers.size ? [a.numbers, b.numbers] : [b.numbers, a.numbers];
  // Where both name their house, another number that both have is the road's: `6155 STATE ROAD 200`.
  const isHouse = (number: string): boolean =>
    a.houses.size === 0 || b.houses.size === 0 || a.houses.has(number) || b.houses.has(number);
  for (const number of few) if (many.has(number) && isHouse(number)) return 'SAME';
  for (const one of a.numbers) for (const other of b.numbers) if (areNear(one, other)) return 'NEAR';
  return 'OTHER';
}

function areNear(one: string, other: string): boolean {
  if (Math.abs(Number(one) - Number(other)) <= HOUSE_NEAR_MAX) return true;
  return Math.min(one.length, other.length) >= 3 && editDistance(one, other, 1) <= 1;
}

/** Letters of the words that agree, as a share of the letters of the street with fewer. Undefined: one has no street. */
function streetLikeness(a: AddressForm, b: AddressForm): number | undefined {
  if (a.street.length === 0 || b.street.length === 0) return undefined;
  if (a.compactStreet === b.compactStreet || isTypo(a.compactStreet, b.compactStreet)) return 1;
  const [short, long] =
    a.compactStreet.length <= b.compactStreet.length
      ? [a.compactStreet, b.compactStreet]
      : [b.compactStreet, a.compactStreet];
  if (a.isUnspaced || b.isUnspaced) return sharedBigrams(short, long);
  const agreed = Math.min(agreedLetters(a.street, b.street), agreedLetters(b.street, a.street));
  return Math.min(1, agreed / short.length);
}

/** Share of the neighbouring letters of a text that another has as well. */
function sharedBigrams(short: string, long: string): number {
  const held = new Set<string>();
  for (let at = 0; at + 1 < long.length; at += 1) held.add(long.slice(at, at + 2));
  let [shared, all] = [0, 0];
  for (let at = 0; at + 1 < short.length; at += 1) {
    all += 1;
    if (held.has(short.slice(at, at + 2))) shared += 1;
  }
  return all === 0 ? 0 : shared / all;
}

function agreedLetters(from: readonly string[], to: readonly string[]): number {
  let letters = 0;
  for (const word of from) if (to.some((other) => wordsAgree(word, other))) letters += word.length;
  return letters;
}

/** Equal, a typing error, an initial, or the beginning of the other: `PADRE DAMIAN` and `P DAMIAN`. */
function wordsAgree(a: string, b: string): boolean {
  if (a === b) return true;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length !== 2 && short.length !== 3 && long.startsWith(short) && !/\d/.test(long)) return true;
  return isTypo(a, b);
}

function comparePostcodes(a: string, b: string): LevelOf<'POSTCODE'> | undefined {
  if (a === '' || b === '') return undefined;
  if (a === b) return 'SAME';
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length >= POSTCODE_SHARED_MIN && long.startsWith(short)) return 'SAME';
  if (editDistance(a, b, 1) <= 1) return 'NEAR';
  const half = Math.max(2, Math.ceil(short.length / 2));
  return short.slice(0, half) === long.slice(0, half) ? 'PART' : 'OTHER';
}

function compareCities(a: string, b: string): LevelOf<'CITY'> | undefined {
  if (a === '' || b === '') return undefined;
  if (a === b) return 'SAME';
  const [one, other] = [a.replaceAll(' ', ''), b.replaceAll(' ', '')];
  if (one === other || isTypo(one, other)) return 'SOFT';
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (` ${long} `.includes(` ${short} `)) return 'CONTAINED';
  return initialsOf(long) === short ? 'CONTAINED' : 'OTHER';
}

/** `NEW YORK CITY` is NYC to some, and LOS ANGELES is LA. */
function initialsOf(words: string): string {
  return words.split(' ').length < 2
    ? ''
    : words
        .split(' ')
        .map((word) => word.slice(0, 1))
        .join('');
}
