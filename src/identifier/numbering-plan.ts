import { parsePhoneNumberFromString, type CountryCode } from 'libphonenumber-js/core';
import metadata from 'libphonenumber-js/metadata.max';

/**
 * The number of a text in E.164 where the numbering plans make it possible, or undefined. `country` (ISO 3166-1, upper
 * case) is where a number without `+` is dialled; a country whose plan is not known has no possible numbers.
 */
export function possibleNumber(text: string, country?: string): string | undefined {
  const parsed =
    country === undefined
      ? parsePhoneNumberFromString(text, metadata)
      : parsePhoneNumberFromString(text, country as CountryCode, metadata);
  return parsed?.isPossible() === true ? parsed.number : undefined;
}
