import { identified } from './build.js';
import { checkCardAcceptorId } from './card-acceptor-id.js';
import type { Normalise } from './identifier.js';
import { identifierKey } from './key.js';
import { refuse } from './refuse.js';
import { asciiWords, tidyUpper } from './text.js';

/** Longest name of a facilitator, transliterated. */
const FACILITATOR_LENGTH_MAX = 64;

/**
 * PAYFAC_SUBMERCHANT_ID: the form of a card acceptor ID; the scope names the payment facilitator that gave it, in any
 * spelling (`Ztl Pay`, `ztl-pay`). Unique under its facilitator, weak without.
 */
export const normalisePayfacSubmerchantId: Normalise = (input) => {
  const value = tidyUpper(input.value);
  const fault = checkCardAcceptorId(value, 'A sub-merchant ID');
  if (fault) return fault;

  const unscoped = identifierKey('PAYFAC_SUBMERCHANT_ID_UNSCOPED', 'WEAK', null, value);
  if (!input.scope?.trim()) return identified(input, { value, strength: 'WEAK', keys: [unscoped] });
  const scope = asciiWords(input.scope);
  if (scope === '' || scope.length > FACILITATOR_LENGTH_MAX) {
    const message = `Give the facilitator's name in the scope, with letters or digits, at most ${FACILITATOR_LENGTH_MAX} characters.`;
    return refuse('UNKNOWN_SCOPE', message, { field: ['scope'] });
  }
  return identified(input, {
    value,
    scope,
    strength: 'UNIQUE',
    keys: [identifierKey('PAYFAC_SUBMERCHANT_ID', 'UNIQUE', scope, value), unscoped],
  });
};
