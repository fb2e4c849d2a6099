import { normaliseAcquirerScope } from './acquirer-scope.js';
import { identified } from './build.js';
import { looksLikeCardNumber } from './gate/card-number.js';
import type { Normalise } from './identifier.js';
import { identifierKey } from './key.js';
import { refuse, refuseCardNumber, type Refused } from './refuse.js';
import { tidyUpper } from './text.js';

/** Longest card acceptor ID: field 42 of ISO 8583. */
export const CARD_ACCEPTOR_ID_LENGTH_MAX = 15;

/**
 * CARD_ACCEPTOR_ID: NFKC, padding trimmed, upper case; leading zeros kept. Unique under its acquirer (the scope); the
 * number alone is given by every acquirer anew, so that a match without the acquirer is weak.
 */
export const normaliseCardAcceptorId: Normalise = (input) => {
  const value = tidyUpper(input.value);
  const fault = checkCardAcceptorId(value, 'A card acceptor ID');
  if (fault) return fault;
  const scope = normaliseAcquirerScope(input.scope);
  if (!scope.ok) return scope;

  const unscoped = identifierKey('CARD_ACCEPTOR_ID_UNSCOPED', 'WEAK', null, value);
  if (scope.value === null) return identified(input, { value, strength: 'WEAK', keys: [unscoped] });
  return identified(input, {
    value,
    scope: scope.value,
    strength: 'UNIQUE',
    keys: [identifierKey('CARD_ACCEPTOR_ID', 'UNIQUE', scope.value, value), unscoped],
  });
};

/**
 * The form that card acceptor IDs and the IDs of facilitators' sub-merchants share: 1 to 15 printable ASCII characters.
 * Fifteen digits that pass Luhn are a card acceptor ID here; sixteen and more are no such ID, so they may be a card.
 */
export function checkCardAcceptorId(value: string, what: string): Refused | undefined {
  if (value.length > CARD_ACCEPTOR_ID_LENGTH_MAX) {
    if (looksLikeCardNumber(value)) return refuseCardNumber();
    return refuse('INVALID_LENGTH', `${what} has at most ${CARD_ACCEPTOR_ID_LENGTH_MAX} characters.`);
  }
  if (!/^[\x20-\x7e]*[A-Z0-9][\x20-\x7e]*$/.test(value)) {
    return refuse('INVALID_CHARACTERS', `${what} holds letters A to Z, digits and ASCII punctuation alone.`);
  }
  return undefined;
}
