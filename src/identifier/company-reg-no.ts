import { accepted, type Result } from '../common/refusal.js';

import { identified } from './build.js';
import { normaliseCountry } from './country.js';
import { looksLikeCardNumber } from './gate/card-number.js';
import type { IdentifierRefusalCode, Normalise } from './identifier.js';
import { identifierKey } from './key.js';
import { refuse, refuseCardNumber } from './refuse.js';
import { asciiWords, withoutSeparators } from './text.js';

const REGISTER_LENGTH_MAX = 60;
/** Companies House numbers have eight characters; exports drop the zeros in front of the digits. */
const GB_NUMBER = /^([A-Z]{0,2})(\d{1,7})$/;
const GB_LENGTH = 8;
/** Fewer digits than this are a company's number in many countries (14 in France, which pass Luhn by design). */
const CARD_DIGITS_SUSPECT = 15;

/**
 * COMPANY_REG_NO: 2 to 20 letters and digits. The scope is the country, and the register where a country has several
 * (`DE/HRB-Berlin`). Unique within its scope, where a company has one; without a scope the number is weak.
 */
export const normaliseCompanyRegNo: Normalise = (input) => {
  const bare = withoutSeparators(input.value).replace(/[:()№#]/gu, '');
  if (!/^[A-Z0-9]*$/.test(bare)) {
    return refuse('INVALID_CHARACTERS', 'A company number holds letters A to Z and digits alone.');
  }
  if (bare.length < 2 || bare.length > 20) {
    return refuse('INVALID_LENGTH', 'A company number has 2 to 20 letters and digits.');
  }
  if (bare.length >= CARD_DIGITS_SUSPECT && looksLikeCardNumber(bare)) {
    return refuseCardNumber();
  }
  const scope = normaliseRegister(input.scope);
  if (!scope.ok) return scope;

  const value = scope.value === 'GB' ? padGbNumber(bare) : bare;
  const unscoped = identifierKey('COMPANY_REG_NO_UNSCOPED', 'WEAK', null, value);
  if (scope.value === null) return identified(input, { value, strength: 'WEAK', keys: [unscoped] });
  return identified(input, {
    value,
    scope: scope.value,
    strength: 'UNIQUE',
    keys: [identifierKey('COMPANY_REG_NO', 'UNIQUE', scope.value, value), unscoped],
    exclusiveWithin: `COMPANY_REG_NO|${scope.value}`,
  });
};

/** `DE` or `DE/HRB-BERLIN`; null when none is given. */
function normaliseRegister(scope: string | undefined): Result<string | null, IdentifierRefusalCode> {
  if (!scope?.trim()) return accepted(null);
  const [countryText = '', ...rest] = scope.split('/');
  const country = normaliseCountry(countryText, ['scope']);
  if (!country.ok || rest.length === 0) return country;
  const register = asciiWords(rest.join(' ')).replaceAll(' ', '-');
  if (register === '' || register.length > REGISTER_LENGTH_MAX) {
    const message = `Name the register after the stroke, such as DE/HRB-Berlin, in at most ${REGISTER_LENGTH_MAX} characters.`;
    return refuse('UNKNOWN_SCOPE', message, { field: ['scope'], suggestion: country.value });
  }
  return accepted(`${country.value}/${register}`);
}

function padGbNumber(number: string): string {
  const [, prefix, digits] = GB_NUMBER.exec(number) ?? [];
  return prefix === undefined || digits === undefined
    ? number
    : prefix + digits.padStart(GB_LENGTH - prefix.length, '0');
}
