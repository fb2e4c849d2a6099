import { checkPersonalNumber } from './national-numbers.js';
import { personalDocument } from './personal-document.js';

/**
 * NATIONAL_ID: a personal number or identity card. One that has the shape of a personal number of its country must have
 * its check digits right; another shape may be a card's own number, of which no format is known.
 */
export const normaliseNationalId = personalDocument({
  what: 'A national id',
  lengthMin: 4,
  lengthMax: 20,
  check: checkPersonalNumber,
});
