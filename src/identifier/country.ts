import countries from 'i18n-iso-countries';

import { accepted, type Result } from '../common/refusal.js';

import type { IdentifierRefusalCode } from './identifier.js';
import { refuse } from './refuse.js';
import { tidy } from './text.js';

/** ISO 3166-1 alpha-2, with Kosovo's code, which banks and networks use though ISO has only set it aside. */
const COUNTRIES: ReadonlySet<string> = new Set([...Object.keys(countries.getAlpha2Codes()), 'XK']);

/** What people write for a country that is another's code or none. */
const ALIASES: Readonly<Record<string, string>> = {
  UK: 'GB',
  ENGLAND: 'GB',
  SCOTLAND: 'GB',
  WALES: 'GB',
  XI: 'GB',
  EL: 'GR',
  USA: 'US',
  AMERICA: 'US',
  HOLLAND: 'NL',
  KOSOVO: 'XK',
};

/** Whether two upper-case letters are a country. */
export function isCountry(code: string): boolean {
  return COUNTRIES.has(code);
}

/**
 * A country as ISO 3166-1 alpha-2, upper case. Small letters are folded; names and three-letter codes are refused with
 * the two letters as suggestion, for a name that is nearly right must not pass as another country.
 */
export function normaliseCountry(
  text: string,
  field: readonly string[],
): Result<string, IdentifierRefusalCode> {
  const typed = tidy(text);
  const code = typed.toUpperCase();
  if (isCountry(code)) return accepted(code);
  const message = 'Give the country by its two letters (ISO 3166-1), such as DE or EE.';
  return refuse('UNKNOWN_COUNTRY', message, { field, suggestion: suggestCountry(typed) });
}

/** The country that a name in any language, or a three-letter code, is surely meant to be. */
function suggestCountry(typed: string): string | undefined {
  const code = typed.toUpperCase();
  const alias = ALIASES[code] ?? countries.alpha3ToAlpha2(code);
  if (alias !== undefined || typed.length < 4) return alias;
  for (const language of ['en', ...countries.getSupportedLanguages()]) {
    const found = countries.getAlpha2Code(typed, language);
    if (found !== undefined) return found;
  }
  return undefined;
}
