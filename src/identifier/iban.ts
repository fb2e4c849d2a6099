import { identified } from './build.js';
import { ibanStructure, passesIbanCheck } from './iban-structure.js';
import type { Normalise } from './identifier.js';
import { maskNumber } from './mask.js';
import { refuse } from './refuse.js';
import { withoutSeparators } from './text.js';

/**
 * IBAN (ISO 13616): no spaces, upper case; country, length and pattern by country, remainder 1 modulo 97. Unique. The
 * national check digits that some countries have inside are not asked for: banks' own exports break them.
 *
 * A corrected check digit is never suggested: it would make an account that nobody reported.
 */
export const normaliseIban: Normalise = (input) => {
  const value = withoutSeparators(input.value).replace(/^IBAN:?(?=[A-Z]{2}\d{2})/, '');
  if (!/^[A-Z0-9]+$/.test(value)) {
    return refuse('INVALID_CHARACTERS', 'An IBAN holds letters A to Z and digits alone. Copy it again.');
  }
  if (!/^[A-Z]{2}\d{2}/.test(value)) {
    const message =
      'An IBAN begins with two letters of a country and two check digits. Give another account number as BANK_ACCOUNT.';
    return refuse('INVALID_FORMAT', message);
  }
  const country = value.slice(0, 2);
  const structure = ibanStructure(country);
  if (!structure) {
    return refuse(
      'UNKNOWN_COUNTRY',
      `${country} has no IBANs. Give the account as BANK_ACCOUNT with its bank.`,
    );
  }
  if (value.length !== structure.length) {
    const message = `An IBAN of ${country} has ${structure.length} characters, this has ${value.length}. Copy it again.`;
    return refuse('INVALID_LENGTH', message);
  }
  if (!structure.rest.test(value.slice(4))) {
    return refuse('INVALID_FORMAT', `Letters and digits do not stand where an IBAN of ${country} has them.`);
  }
  if (!passesIbanCheck(value)) {
    return refuse(
      'INVALID_CHECK_DIGITS',
      'The check digits of this IBAN are wrong: a character is mistyped.',
    );
  }
  return identified(input, { value, strength: 'UNIQUE', display: maskNumber(value) });
};
