import { identified } from './build.js';
import { mod97 } from './check-digits.js';
import type { Normalise } from './identifier.js';
import { refuse } from './refuse.js';
import { withoutSeparators } from './text.js';

const LEI_LENGTH = 20;

/** LEI (ISO 17442): 20 letters and digits, remainder 1 modulo 97. Unique; a merchant has one. */
export const normaliseLei: Normalise = (input) => {
  const value = withoutSeparators(input.value);
  if (!/^[A-Z0-9]*$/.test(value))
    return refuse('INVALID_CHARACTERS', 'An LEI holds letters A to Z and digits alone.');
  if (value.length !== LEI_LENGTH) {
    return refuse('INVALID_LENGTH', `An LEI has 20 characters, this has ${value.length}. Copy it again.`);
  }
  if (!/\d\d$/.test(value)) return refuse('INVALID_FORMAT', 'An LEI ends in two digits.');
  if (mod97(value) !== 1) {
    return refuse('INVALID_CHECK_DIGITS', 'The check digits of this LEI are wrong: a character is mistyped.');
  }
  return identified(input, { value, strength: 'UNIQUE', exclusiveWithin: 'LEI' });
};
