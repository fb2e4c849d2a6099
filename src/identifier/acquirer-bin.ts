import { isAcquirerBin } from './acquirer-scope.js';
import { identified } from './build.js';
import type { Normalise } from './identifier.js';
import { refuse } from './refuse.js';
import { withoutSeparators } from './text.js';

/** ACQUIRER_BIN: 6 to 8 digits, leading zeros kept. Context alone: it is the scope of other identifiers. */
export const normaliseAcquirerBin: Normalise = (input) => {
  const value = withoutSeparators(input.value).replace(/^BIN:?/, '');
  if (!/^\d*$/.test(value)) return refuse('INVALID_CHARACTERS', 'A BIN holds digits alone.');
  if (!isAcquirerBin(value))
    return refuse('INVALID_LENGTH', 'A BIN has 6 to 8 digits; keep its leading zeros.');
  return identified(input, { value, strength: 'CONTEXT' });
};
