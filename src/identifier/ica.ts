import { normaliseIcaNumber } from './acquirer-scope.js';
import { identified } from './build.js';
import type { Normalise } from './identifier.js';
import { refuse } from './refuse.js';
import { withoutSeparators } from './text.js';

/** ICA: 1 to 11 digits, without leading zeros. Context alone: it is the scope of other identifiers. */
export const normaliseIca: Normalise = (input) => {
  const digits = withoutSeparators(input.value).replace(/^ICA:?/, '');
  if (!/^\d*$/.test(digits)) return refuse('INVALID_CHARACTERS', 'An ICA number holds digits alone.');
  const value = normaliseIcaNumber(digits);
  if (value === undefined)
    return refuse('INVALID_LENGTH', 'An ICA number has 1 to 11 digits, not all of them 0.');
  return identified(input, { value, strength: 'CONTEXT' });
};
