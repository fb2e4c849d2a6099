import type { DescribedIdentifier } from '../description.js';
import { editDistance } from './edit-distance.js';
import type { LevelOf } from './levels.js';

/** A telephone number prepared for comparing. */
export interface PhoneForm {
  readonly digits: string;
  /** Whether the digits begin with the country: E.164. Local digits may lack country, area, or both. */
  readonly hasCountry: boolean;
}

/** The least digits by which a local number is the same as a whole one: an American number without its area. */
const LOCAL_DIGITS_MIN = 7;
/** Two whole numbers with so many last digits in common are one, with its country or trunk prefix mistaken. */
const SHARED_DIGITS_MIN = 8;
/** Numbers that differ only in their last two digits are often lines of one house. */
const BLOCK_DIGITS = 2;

/** Prepares a PHONE: E.164, or digits alone where a number came without its country. */
export function phoneForm({ value }: Pick<DescribedIdentifier, 'value'>): PhoneForm {
  const digits = value.replace(/\D/g, '');
  const hasCountry = value.startsWith('+');
  return { digits: hasCountry ? digits : digits.replace(/^0+/, ''), hasCountry };
}

/** Compares two numbers (levels.ts, PHONE). Pure and symmetric. */
export function comparePhones(a: PhoneForm, b: PhoneForm): LevelOf<'PHONE'> {
  if (a.digits === b.digits && a.hasCountry === b.hasCountry) return 'SAME';
  const [short, long] = a.digits.length <= b.digits.length ? [a.digits, b.digits] : [b.digits, a.digits];
  if (short.length >= LOCAL_DIGITS_MIN) {
    const isLocal = !(a.hasCountry && b.hasCountry) && long.endsWith(short);
    if (isLocal || long.endsWith(short.slice(-SHARED_DIGITS_MIN).padStart(SHARED_DIGITS_MIN, ' ')))
      return 'LOCAL';
    if (editDistance(short, long, 1) <= 1) return 'NEAR';
    const isBlock =
      short.length === long.length && short.slice(0, -BLOCK_DIGITS) === long.slice(0, -BLOCK_DIGITS);
    if (isBlock) return 'BLOCK';
  }
  return 'OTHER';
}
