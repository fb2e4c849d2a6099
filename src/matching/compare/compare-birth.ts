import { editDistance } from './edit-distance.js';
import type { LevelOf } from './levels.js';

/** When a person was born, as far as it is known. */
export interface Birth {
  /** YYYY-MM-DD, or empty. */
  readonly date: string;
  /** YYYY, or empty. */
  readonly year: string;
}

/** Years that lie no further apart than this may be one year and a slip. */
const YEARS_NEAR_MAX = 1;

/** Compares two births (levels.ts, BIRTH); undefined where one is not known. Pure and symmetric. */
export function compareBirths(a: Birth, b: Birth): LevelOf<'BIRTH'> | undefined {
  if (a.year === '' || b.year === '') return undefined;
  if (a.date !== '' && b.date !== '') return compareDates(a.date, b.date);
  if (a.year === b.year) return 'YEAR';
  return isNear(a.year, b.year) ? 'YEAR_NEAR' : 'OTHER';
}

function compareDates(a: string, b: string): LevelOf<'BIRTH'> {
  if (a === b) return 'SAME';
  const swapped = `${b.slice(0, 4)}-${b.slice(8, 10)}-${b.slice(5, 7)}`;
  if (a === swapped || editDistance(a.replaceAll('-', ''), b.replaceAll('-', ''), 1) <= 1) return 'NEAR';
  const [yearOfA, yearOfB] = [a.slice(0, 4), b.slice(0, 4)];
  if (yearOfA === yearOfB) return 'YEAR_DAY_OTHER';
  // Both day and month stand: the year was mistyped. One digit beside a near year: two slips of one hand.
  return a.slice(5) === b.slice(5) || isNear(yearOfA, yearOfB) ? 'YEAR_NEAR' : 'OTHER';
}

function isNear(a: string, b: string): boolean {
  return Math.abs(Number(a) - Number(b)) <= YEARS_NEAR_MAX;
}
