import { identified } from './build.js';
import { normaliseCountry } from './country.js';
import type { Normalise } from './identifier.js';
import { possibleNumber } from './numbering-plan.js';
import { refuse } from './refuse.js';
import { tidy } from './text.js';

const DIGITS_MIN = 4;

/**
 * PHONE: E.164. Strong. A number with `+` or `00` says its country itself; without, the scope is the country (two
 * letters) that it is dialled in. Extensions are left out. What the numbering plan makes possible is taken, also
 * numbers not given out: ranges kept for fiction, and ranges opened since the plan's last edition.
 */
export const normalisePhone: Normalise = (input) => {
  const typed = tidy(input.value).replace(/^tel:/iu, '');
  if (!/^[\d\s+().\p{Pd}/_~*#,;:x=a-z]+$/iu.test(typed) || (typed.match(/\d/gu) ?? []).length < DIGITS_MIN) {
    return refuse(
      'INVALID_CHARACTERS',
      'A telephone number holds digits, with + before its country. Copy it again.',
    );
  }
  const international = typed.replace(/^\(?(?:00|011(?=\d{11}))\)?(?=[\s.-]*[1-9])/u, '+');
  const country = countryOf(international, input.scope);
  if (!country.ok) return country;

  const number = canonicalNumber(international, country.value);
  if (number === undefined) {
    const message = international.startsWith('+')
      ? 'The numbering plan has no such telephone number: check country and digits.'
      : `The numbering plan of ${country.value ?? ''} has no such telephone number: give it with + and its country.`;
    return refuse('NOT_PLAUSIBLE', message);
  }
  return identified(input, { value: number, strength: 'STRONG' });
};

function countryOf(
  international: string,
  scope: string | undefined,
): ReturnType<typeof normaliseCountry> | { readonly ok: true; readonly value: undefined } {
  if (international.startsWith('+')) return { ok: true, value: undefined };
  if (scope?.trim()) return normaliseCountry(scope, ['scope']);
  const message = 'Give the number with + and its country, or the country it is dialled in as the scope.';
  return refuse('SCOPE_REQUIRED', message, { field: ['scope'] });
}

/** The number in E.164, read again until it stays the same: a trunk prefix may hide behind the country. */
function canonicalNumber(text: string, country: string | undefined): string | undefined {
  let number = possibleNumber(text, country);
  for (let attempt = 0; attempt < 3 && number !== undefined; attempt += 1) {
    const again = possibleNumber(number);
    if (again === number) return number;
    number = again;
  }
  return undefined;
}
