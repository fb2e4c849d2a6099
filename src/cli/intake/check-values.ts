import { accepted, refused, type Result } from '../../common/refusal.js';
import { normaliseIdentifier } from '../../identifier/index.js';
import { parseCode } from '../codes.js';

/**
 * The values that the service's schema types more narrowly than text. A wrong one would make the service refuse the
 * whole request without saying which column, so these are checked before sending. `field` of a refusal is empty: the
 * caller knows the column.
 */

/** One code of a list. */
export function checkCode<Code extends string>(codes: readonly Code[], text: string): Result<Code> {
  const code = parseCode(codes, text);
  if (code !== undefined) return accepted(code);
  return refused({
    code: 'UNKNOWN_CODE',
    field: [],
    message: `"${shown(text)}" is not one of the codes: ${codes.join(', ')}.`,
    suggestion: nearestCode(codes, text) ?? `one of ${codes.join(', ')}`,
  });
}

/** Yes or no, as people and programs write it. */
export function checkYesNo(text: string): Result<boolean> {
  const word = text.trim().toLowerCase();
  if (['true', 'yes', 'y', '1'].includes(word)) return accepted(true);
  if (['false', 'no', 'n', '0'].includes(word)) return accepted(false);
  return refused({
    code: 'UNKNOWN_CODE',
    field: [],
    message: `"${shown(text)}" is neither true nor false.`,
    suggestion: 'true or false',
  });
}

/** A day of the calendar as YYYY-MM-DD. */
export function checkDate(text: string): Result<string> {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null)
    return refused({
      code: 'INVALID_DATE',
      field: [],
      message: `"${shown(text)}" is not a date of the form YYYY-MM-DD.`,
      suggestion: asIsoDate(text) ?? 'a date as YYYY-MM-DD',
    });
  if (isDay(Number(parts[1]), Number(parts[2]), Number(parts[3]))) return accepted(text);
  return refused({
    code: 'INVALID_DATE',
    field: [],
    message: `${text} is not a day of the calendar.`,
    suggestion: 'a day that exists, as YYYY-MM-DD',
  });
}

/** ISO 3166-1 alpha-2. */
export function checkCountry(text: string): Result<string> {
  // The rule is the one for the country of an address; the town is there to make it one.
  const address = normaliseIdentifier({ type: 'ADDRESS', value: '', parts: { city: 'x', country: text } });
  return address.ok ? accepted(address.value.parts['country'] ?? '') : address;
}

/** A year of birth: four digits. */
export function checkYear(text: string): Result<number> {
  if (/^(19|20)\d{2}$/.test(text)) return accepted(Number(text));
  return refused({
    code: 'INVALID_FORMAT',
    field: [],
    message: `"${shown(text)}" is not a year of birth.`,
    suggestion: 'four digits, such as 1984',
  });
}

function isDay(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** `31.12.2026`, `2026/12/31`, `12/31/2026` as ISO where only one reading is a day; day and month are never guessed. */
function asIsoDate(text: string): string | undefined {
  const yearFirst = /^(\d{4})[./ ](\d{1,2})[./ ](\d{1,2})$/.exec(text);
  if (yearFirst !== null) return isoIfDay(yearFirst[1], yearFirst[2], yearFirst[3]);
  const yearLast = /^(\d{1,2})([./ -])(\d{1,2})\2(\d{4})$/.exec(text);
  if (yearLast === null) return undefined;
  const dayFirst = isoIfDay(yearLast[4], yearLast[3], yearLast[1]);
  const monthFirst = isoIfDay(yearLast[4], yearLast[1], yearLast[3]);
  if (dayFirst === monthFirst || monthFirst === undefined) return dayFirst;
  return dayFirst === undefined ? monthFirst : undefined;
}

function isoIfDay(year = '', month = '', day = ''): string | undefined {
  if (!isDay(Number(year), Number(month), Number(day))) return undefined;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The one code that starts with what was typed or holds it whole, e.g. LIVESTREAM for CSAM_LIVESTREAM. */
function nearestCode<Code extends string>(codes: readonly Code[], text: string): Code | undefined {
  const wanted = text.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_');
  if (wanted.length < 3) return undefined;
  const near = codes.filter((code) => code.includes(wanted) || wanted.includes(code));
  return near.length === 1 ? near[0] : undefined;
}

/** What was typed, cut to what a person needs to find it again. */
function shown(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
