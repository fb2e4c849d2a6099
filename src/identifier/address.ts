import { identified } from './build.js';
import { normaliseCountry } from './country.js';
import type { IdentifierKey, Normalise } from './identifier.js';
import { identifierKey } from './key.js';
import { refuse } from './refuse.js';
import { readStreetLine } from './street.js';
import { asciiWords, tidyUpper } from './text.js';

/**
 * ADDRESS: the value is the line of the street; city, postcode, region and country are parts. Weak: towers, PO boxes and
 * mail drops have many tenants. The country may be missing, a wrong one is refused. An address without its street (a
 * city, a postcode) is kept, and has no key.
 *
 * Keys: ADDRESS has country, postcode, house number and street; ADDRESS_STREET, for the many rows that lack a postcode
 * or a country, has house number, street and city. Both where both can be made. Two addresses are the same identifier
 * when value and parts are: compare both.
 */
export const normaliseAddress: Normalise = (input) => {
  const given = input.parts ?? {};
  const country = given.country?.trim() ? normaliseCountry(given.country, ['parts', 'country']) : undefined;
  if (country && !country.ok) return country;
  const countryCode = country?.value ?? '';

  const { houseNumber, unit, street } = readStreetLine(input.value, given.houseNumber);
  const streetName = street.join(' ');
  const city = asciiWords(given.city ?? '');
  const postcode = readPostcode(given.postcode ?? '', countryCode);
  const value = [unit === '' ? '' : `UNIT ${unit}`, houseNumber, streetName].filter(Boolean).join(' ');
  if (value === '' && city === '' && postcode === '') {
    return refuse('REQUIRED', 'Give the street with its number, or at least a city or a postcode.');
  }
  return identified(input, {
    value,
    strength: 'WEAK',
    display: [value, city, postcode, countryCode].filter(Boolean).join(', '),
    keys: addressKeys({ country: countryCode, postcode, city, houseNumber, street: streetName }),
    parts: {
      country: countryCode,
      postcode,
      city,
      region: asciiWords(given.region ?? ''),
      houseNumber,
      unit,
      street: streetName,
    },
  });
};

/** Without spaces and hyphens, and without the country that some put before it (`LV-1010`). */
function readPostcode(text: string, country: string): string {
  const compact = tidyUpper(text).replace(/[^\p{L}\p{N}]/gu, '');
  const rest = compact.slice(country.length);
  return country !== '' && compact.startsWith(country) && /^\d{3,}$/u.test(rest) ? rest : compact;
}

interface AddressFields {
  readonly country: string;
  readonly postcode: string;
  readonly city: string;
  readonly houseNumber: string;
  readonly street: string;
}

function addressKeys({
  country,
  postcode,
  city,
  houseNumber,
  street,
}: AddressFields): readonly IdentifierKey[] {
  if (houseNumber === '' || street === '') return [];
  const house = `${houseNumber} ${street}`;
  const full = country !== '' && postcode !== '' ? [JSON.stringify([postcode, house])] : [];
  const inCity = city !== '' ? [JSON.stringify([city, house])] : [];
  return [
    ...full.map((fields) => identifierKey('ADDRESS', 'WEAK', country, fields)),
    ...inCity.map((fields) => identifierKey('ADDRESS_STREET', 'WEAK', null, fields)),
  ];
}
