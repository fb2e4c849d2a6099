import { identified } from './build.js';
import { passesAba } from './check-digits.js';
import { looksLikeCardNumber } from './gate/card-number.js';
import type { Normalise } from './identifier.js';
import { maskNumber } from './mask.js';
import { refuse, refuseCardNumber } from './refuse.js';
import { withoutSeparators } from './text.js';

/** First two digits of routing numbers that are given out: Federal Reserve districts, thrifts, electronic, treasury. */
const ROUTING_START = /^(?:0\d|1[0-2]|2[1-9]|3[0-2]|6[1-9]|7[0-2]|80)/;

/**
 * BANK_ACCOUNT_US: the scope is the routing number (9 digits with the check of the American Bankers Association), the
 * value the account number of 4 to 17 digits, leading zeros kept. Unique.
 *
 * An account number has no check digits of its own, so one that would be a card of a known scheme is refused as that.
 */
export const normaliseBankAccountUs: Normalise = (input) => {
  if (!input.scope?.trim()) {
    const message = 'Give the routing number of the bank (9 digits) in the scope.';
    return refuse('SCOPE_REQUIRED', message, { field: ['scope'] });
  }
  const scope = withoutSeparators(input.scope).replace(/^(?:ABA|RTN):?/, '');
  if (!/^\d{9}$/.test(scope) || !ROUTING_START.test(scope)) {
    return refuse(
      'INVALID_FORMAT',
      'A routing number has 9 digits and begins with 00 to 12, 21 to 32, 61 to 72 or 80.',
      {
        field: ['scope'],
      },
    );
  }
  if (!passesAba(scope)) {
    const message = 'The check digit of this routing number is wrong: a digit is mistyped.';
    return refuse('INVALID_CHECK_DIGITS', message, { field: ['scope'] });
  }
  const value = withoutSeparators(input.value);
  if (!/^\d+$/.test(value))
    return refuse('INVALID_CHARACTERS', 'An account number in the US holds digits alone.');
  if (looksLikeCardNumber(value)) return refuseCardNumber();
  if (value.length < 4 || value.length > 17) {
    return refuse('INVALID_LENGTH', 'An account number in the US has 4 to 17 digits.');
  }
  return identified(input, { value, scope, strength: 'UNIQUE', display: maskNumber(value) });
};
