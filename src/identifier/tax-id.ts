import { identified } from './build.js';
import { normaliseCountry } from './country.js';
import { looksLikeCardNumber } from './gate/card-number.js';
import type { Normalise } from './identifier.js';
import { identifierKey } from './key.js';
import { maskNumber } from './mask.js';
import { checkTaxNumber } from './national-numbers.js';
import { refuse, refuseCardNumber } from './refuse.js';
import { withoutSeparators } from './text.js';

/** Greek VAT numbers begin with EL, all others with their country's code. */
const VAT_PREFIX: Readonly<Record<string, string>> = { GR: 'EL' };

/**
 * TAX_ID: letters and digits, upper case, without the country's code that VAT numbers carry; checked by the formats of
 * its country (the scope) where they are known. Unique within the country, where a merchant has one of each format;
 * without a scope it is weak and unchecked.
 */
export const normaliseTaxId: Normalise = (input) => {
  const bare = withoutSeparators(input.value);
  if (!/^[A-Z0-9&Ñ]*$/u.test(bare)) {
    return refuse('INVALID_CHARACTERS', 'A tax number holds letters A to Z and digits alone.');
  }
  if (bare.length < 4 || bare.length > 20)
    return refuse('INVALID_LENGTH', 'A tax number has 4 to 20 characters.');
  if (!input.scope?.trim()) {
    if (looksLikeCardNumber(bare)) return refuseCardNumber();
    const keys = [identifierKey('TAX_ID_UNSCOPED', 'WEAK', null, bare)];
    return identified(input, { value: bare, strength: 'WEAK', display: maskNumber(bare), keys });
  }
  const country = normaliseCountry(input.scope, ['scope']);
  if (!country.ok) return country;

  const value = withoutCountry(bare, country.value);
  const { verdict, format } = checkTaxNumber(country.value, value);
  if (verdict !== 'VALID' && looksLikeCardNumber(value)) return refuseCardNumber();
  if (verdict === 'MISTYPED') {
    return refuse('INVALID_CHECK_DIGITS', `The check digits are wrong for a tax number of ${country.value}.`);
  }
  if (verdict === 'UNLIKE') {
    return refuse(
      'INVALID_FORMAT',
      `No tax number of ${country.value} looks like this: check number and country.`,
    );
  }
  return identified(input, {
    value,
    scope: country.value,
    strength: 'UNIQUE',
    display: maskNumber(value),
    keys: [
      identifierKey('TAX_ID', 'UNIQUE', country.value, value),
      identifierKey('TAX_ID_UNSCOPED', 'WEAK', null, value),
    ],
    // A merchant has several tax numbers in a country (VAT, income): only two of one format contradict each other.
    exclusiveWithin: ['TAX_ID', country.value, ...(format === undefined ? [] : [format])].join('|'),
  });
};

/** Takes the country's code off where the rest is a valid number of it. */
function withoutCountry(value: string, country: string): string {
  const prefix = VAT_PREFIX[country] ?? country;
  const rest = value.slice(prefix.length);
  const isPrefixed = value.startsWith(prefix) && checkTaxNumber(country, rest).verdict === 'VALID';
  return isPrefixed ? withoutCountry(rest, country) : value;
}
