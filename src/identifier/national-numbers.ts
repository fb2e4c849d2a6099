import { personValidators, stdnum, type Validator } from 'stdnum';

/** What the number formats known for a country say of a number. */
export interface NumberCheck {
  /**
   * VALID: at least one format takes it. MISTYPED: it has the shape of one but its check digits or parts are wrong.
   * UNLIKE: no known format has its length and characters. UNCHECKED: no format is known for the country.
   */
  readonly verdict: 'VALID' | 'MISTYPED' | 'UNLIKE' | 'UNCHECKED';
  /** The format that took it, e.g. `vat`. */
  readonly format?: string;
}

/** Formats that are neither a tax nor a company number and that many digits pass. */
const NOT_TAX = new Set([
  'cbu',
  'cpr',
  'passport',
  'ean',
  'isin',
  'cusip',
  'rtn',
  'sedol',
  'aic',
  'postcode',
  'nhs',
]);

/** Checks a number against all the tax and company number formats known of a country (ISO 3166-1, upper case). */
export function checkTaxNumber(country: string, value: string): NumberCheck {
  const formats = Object.entries(stdnum[country] ?? {}).filter(([name]) => !NOT_TAX.has(name));
  return check(formats, value);
}

/** Checks a number against the formats of personal numbers known of a country. */
export function checkPersonalNumber(country: string, value: string): NumberCheck {
  const formats = (personValidators[country] ?? []).map((validator): [string, Validator] => [
    validator.abbreviation ?? validator.name,
    validator,
  ]);
  return check(formats, value);
}

function check(formats: readonly (readonly [string, Validator])[], value: string): NumberCheck {
  if (formats.length === 0) return { verdict: 'UNCHECKED' };
  let mistyped = false;
  for (const [format, validator] of formats) {
    const answer = validate(validator, value);
    if (answer === 'VALID') return { verdict: 'VALID', format };
    mistyped ||= answer === 'MISTYPED';
  }
  return { verdict: mistyped ? 'MISTYPED' : 'UNLIKE' };
}

function validate(validator: Validator, value: string): 'VALID' | 'MISTYPED' | 'UNLIKE' {
  try {
    const answer = validator.validate(value);
    if (answer.isValid) return 'VALID';
    return answer.error.name === 'InvalidChecksum' || answer.error.name === 'InvalidComponent'
      ? 'MISTYPED'
      : 'UNLIKE';
  } catch {
    // A few of the library's formats throw on a length they did not expect: the number is not of theirs.
    return 'UNLIKE';
  }
}
