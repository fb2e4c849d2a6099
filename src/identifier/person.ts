import { accepted, type Result } from '../common/refusal.js';

import { identified } from './build.js';
import { normaliseCountry } from './country.js';
import type { IdentifierParts, IdentifierRefusalCode, Normalise } from './identifier.js';
import { identifierKey } from './key.js';
import { nameWords, sortedWords } from './name-words.js';
import { nativeName } from './native-script.js';
import { refuse } from './refuse.js';
import { tidy, tidyUpper } from './text.js';

const BIRTH_YEAR_MIN = 1900;
/** Without a present year from outside, what is later is no year of birth in any case. */
const BIRTH_YEAR_MAX_DEFAULT = 2100;

interface Birth {
  readonly date?: string | undefined;
  readonly year?: number | undefined;
}

/**
 * PERSON (a principal): the name transliterated, upper case, its words in alphabetical order, because exports put family
 * names first or last; the date or year of birth and the country beside it, and how the name was written. Fuzzy; the name
 * alone never makes more than a possible match.
 *
 * Two persons are the same identifier when value, birth and country are, however their names were written (identity.ts).
 */
export const normalisePerson: Normalise = (input, { presentYear = BIRTH_YEAR_MAX_DEFAULT }) => {
  const words = nameWords(tidy(input.value));
  const name = sortedWords(words);
  if (name === '') return refuse('INVALID_CHARACTERS', 'A name has at least one letter.');
  const birth = readBirth(input.parts ?? {}, presentYear);
  if (!birth.ok) return birth;
  const country = readCountry(input.parts?.country);
  if (!country.ok) return country;

  const { date, year } = birth.value;
  const birthYear = year?.toString();
  const dated = birthYear === undefined ? [] : [identifierKey('PERSON', 'FUZZY', birthYear, name)];
  return identified(input, {
    value: name,
    strength: 'FUZZY',
    display: tidyUpper(input.value),
    keys: [...dated, identifierKey('PERSON_NAME', 'FUZZY', null, name)],
    parts: {
      birthDate: date,
      birthYear,
      country: country.value,
      written: words.join(' '),
      native: nativeName(input.value),
    },
  });
};

function readCountry(country: string | undefined): Result<string | undefined, IdentifierRefusalCode> {
  return country?.trim() ? normaliseCountry(country, ['parts', 'country']) : accepted(undefined);
}

function readBirth(parts: IdentifierParts, presentYear: number): Result<Birth, IdentifierRefusalCode> {
  const date = parts.birthDate?.trim() ? tidy(parts.birthDate) : undefined;
  if (date !== undefined && !isCalendarDate(date)) {
    const message = 'Give the date of birth as YYYY-MM-DD, a day that there was.';
    return refuse('INVALID_FORMAT', message, { field: ['parts', 'birthDate'] });
  }
  const dateYear = date === undefined ? undefined : Number(date.slice(0, 4));
  const year = parts.birthYear ?? dateYear;
  if (year === undefined) return accepted({});
  if (!Number.isInteger(year) || year < BIRTH_YEAR_MIN || year > presentYear) {
    const message = `A year of birth lies between ${BIRTH_YEAR_MIN} and ${presentYear}.`;
    const field = ['parts', parts.birthYear === undefined ? 'birthDate' : 'birthYear'];
    return refuse('NOT_PLAUSIBLE', message, { field });
  }
  if (dateYear !== undefined && dateYear !== year) {
    const message = 'Year and date of birth contradict each other: correct or leave out one.';
    return refuse('INVALID_FORMAT', message, { field: ['parts', 'birthYear'] });
  }
  return accepted({ date, year });
}

/** Whether a text is a day of the calendar in the form YYYY-MM-DD. */
function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
