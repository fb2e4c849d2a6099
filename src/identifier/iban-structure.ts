import { countrySpecs } from 'ibantools';

import { mod97 } from './check-digits.js';

/** What one country's IBANs look like: their length with country and check digits, and the pattern of the rest. */
export interface IbanStructure {
  readonly length: number;
  readonly rest: RegExp;
}

const STRUCTURES: ReadonlyMap<string, IbanStructure> = new Map(
  Object.entries(countrySpecs).flatMap(([country, spec]): [string, IbanStructure][] =>
    spec.chars && spec.bban_regexp
      ? [[country, { length: spec.chars, rest: new RegExp(spec.bban_regexp) }]]
      : [],
  ),
);

/** The structure of a country's IBANs by the IBAN registry, or undefined where the country has none. */
export function ibanStructure(country: string): IbanStructure | undefined {
  return STRUCTURES.get(country);
}

/** ISO 13616: the check digits are right. `iban` holds `0-9A-Z` alone, four or more. */
export function passesIbanCheck(iban: string): boolean {
  return mod97(iban.slice(4) + iban.slice(0, 4)) === 1;
}

/** Whether a value without spaces, upper case, is a valid IBAN: country, length, pattern and check digits. */
export function isIban(value: string): boolean {
  const structure = ibanStructure(value.slice(0, 2));
  return structure?.length === value.length && structure.rest.test(value.slice(4)) && passesIbanCheck(value);
}

const IBAN_START = /(?<![\p{L}\p{N}])[A-Za-z]{2}\d{2}(?=[ \u00A0-]?[A-Za-z0-9])/gu;
const IBAN_GROUPING = /[ \u00A0-]/u;

/** The text with a space in the place of each valid IBAN, for rules about long numbers that are something else. */
export function maskIbans(text: string): string {
  let masked = '';
  let done = 0;
  for (const start of text.matchAll(IBAN_START)) {
    if (start.index < done) continue;
    const end = endOfIban(text, start.index);
    if (end === undefined) continue;
    masked += `${text.slice(done, start.index)} `;
    done = end;
  }
  return masked + text.slice(done);
}

function endOfIban(text: string, start: number): number | undefined {
  const length = ibanStructure(text.slice(start, start + 2).toUpperCase())?.length ?? 0;
  let iban = '';
  let end = start;
  while (iban.length < length && end < text.length) {
    const character = text.charAt(end);
    if (!IBAN_GROUPING.test(character)) iban += character.toUpperCase();
    end += 1;
  }
  return isIban(iban) ? end : undefined;
}
