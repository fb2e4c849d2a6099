import { identified } from './build.js';
import { normaliseCountry } from './country.js';
import { looksLikeCardNumber } from './gate/card-number.js';
import type { IdentifierInput, Normalise } from './identifier.js';
import { maskNumber } from './mask.js';
import type { NumberCheck } from './national-numbers.js';
import { refuse, refuseCardNumber } from './refuse.js';
import { withoutSeparators } from './text.js';

export interface DocumentRules {
  /** As messages call it: `A passport number`. */
  readonly what: string;
  readonly lengthMin: number;
  readonly lengthMax: number;
  /** The formats known of a country, where there are any. */
  readonly check?: (country: string, value: string) => NumberCheck;
}

/**
 * The number of a person's document: the scope is the country that gave it; letters and digits, upper case. Unique, and
 * shown masked always. Messages never repeat it.
 */
export function personalDocument(rules: DocumentRules): Normalise {
  return (input: IdentifierInput) => {
    const value = withoutSeparators(input.value).replace(/[*+<]/gu, '');
    const { what, lengthMin, lengthMax } = rules;
    if (!/^[A-Z0-9]*$/.test(value)) {
      return refuse('INVALID_CHARACTERS', `${what} holds letters A to Z and digits alone.`);
    }
    if (value.length < lengthMin || value.length > lengthMax) {
      return refuse('INVALID_LENGTH', `${what} has ${lengthMin} to ${lengthMax} letters and digits.`);
    }
    if (!input.scope?.trim()) {
      const message = 'Give the country that issued it, by its two letters, in the scope.';
      return refuse('SCOPE_REQUIRED', message, { field: ['scope'] });
    }
    const country = normaliseCountry(input.scope, ['scope']);
    if (!country.ok) return country;

    const verdict = rules.check?.(country.value, value).verdict ?? 'UNCHECKED';
    if (verdict !== 'VALID' && looksLikeCardNumber(value)) {
      return refuseCardNumber();
    }
    if (verdict === 'MISTYPED') {
      return refuse(
        'INVALID_CHECK_DIGITS',
        `The check digits are wrong for ${country.value}: it is mistyped.`,
      );
    }
    return identified(input, {
      value,
      scope: country.value,
      strength: 'UNIQUE',
      display: maskNumber(value),
    });
  };
}
