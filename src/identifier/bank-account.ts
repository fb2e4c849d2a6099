import { normaliseBankScope } from './bank-scope.js';
import { identified } from './build.js';
import { looksLikeCardNumber } from './gate/card-number.js';
import { isIban } from './iban-structure.js';
import type { Normalise } from './identifier.js';
import { maskNumber } from './mask.js';
import { refuse, refuseCardNumber } from './refuse.js';
import { withoutSeparators } from './text.js';

/**
 * BANK_ACCOUNT: an account outside of IBAN and the US: the scope is its bank, the value 3 to 34 letters and digits.
 * Unique. It has no check digits known here, so one that would be a card of a known scheme is refused as that.
 */
export const normaliseBankAccount: Normalise = (input) => {
  const value = withoutSeparators(input.value);
  if (!/^[A-Z0-9]+$/.test(value)) {
    return refuse('INVALID_CHARACTERS', 'An account number holds letters A to Z and digits alone.');
  }
  if (looksLikeCardNumber(value)) return refuseCardNumber();
  if (isIban(value)) {
    return refuse('INVALID_FORMAT', 'This is an IBAN: give it as type IBAN.', { suggestion: 'IBAN' });
  }
  if (value.length < 3 || value.length > 34) {
    return refuse('INVALID_LENGTH', 'An account number has 3 to 34 characters.');
  }
  const scope = normaliseBankScope(input.scope);
  if (!scope.ok) return scope;
  return identified(input, { value, scope: scope.value, strength: 'UNIQUE', display: maskNumber(value) });
};
