import { normaliseAcquirerScope } from './acquirer-scope.js';
import { identified } from './build.js';
import type { Normalise } from './identifier.js';
import { identifierKey } from './key.js';
import { refuse } from './refuse.js';
import { tidyUpper } from './text.js';

/** Length of field 41 of ISO 8583. */
const TERMINAL_ID_LENGTH = 8;

/**
 * TERMINAL_ID: 8 characters, upper case, under its acquirer (the scope). Weak: terminals are moved from one merchant to
 * the next. Without the acquirer it is context alone in matching, for every acquirer counts from the same numbers.
 */
export const normaliseTerminalId: Normalise = (input) => {
  const value = tidyUpper(input.value);
  if (!/^[\x21-\x7e]*$/.test(value)) {
    return refuse(
      'INVALID_CHARACTERS',
      'A terminal ID holds letters A to Z, digits and ASCII punctuation alone.',
    );
  }
  if (value.length !== TERMINAL_ID_LENGTH) {
    return refuse('INVALID_LENGTH', 'A terminal ID has 8 characters; give its leading zeros.');
  }
  const scope = normaliseAcquirerScope(input.scope);
  if (!scope.ok) return scope;
  const key =
    scope.value === null
      ? identifierKey('TERMINAL_ID_UNSCOPED', 'CONTEXT', null, value)
      : identifierKey('TERMINAL_ID', 'WEAK', scope.value, value);
  return identified(input, { value, scope: scope.value, strength: 'WEAK', keys: [key] });
};
