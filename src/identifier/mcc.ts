import { identified } from './build.js';
import type { Normalise } from './identifier.js';
import { isMcc } from './mcc-codes.js';
import { refuse } from './refuse.js';
import { withoutSeparators } from './text.js';

/** MCC (ISO 18245): four digits of the code list. Context alone. */
export const normaliseMcc: Normalise = (input) => {
  const value = withoutSeparators(input.value).replace(/^MCC:?/, '');
  if (!/^\d{4}$/.test(value)) {
    const padded = value.padStart(4, '0');
    const message = 'A merchant category code has four digits; keep its leading zero.';
    return refuse('INVALID_FORMAT', message, {
      suggestion: /^\d{3}$/.test(value) && isMcc(padded) ? padded : undefined,
    });
  }
  if (!isMcc(value))
    return refuse('UNKNOWN_CODE', `ISO 18245 has no merchant category code ${value}. Check it.`);
  return identified(input, { value, strength: 'CONTEXT' });
};
