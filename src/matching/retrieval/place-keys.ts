import { asciiWords, type RetrievableIdentifier } from './name-tokens.js';
import { retrievalKey, type RetrievalKey } from './retrieval-key.js';

/** Words of streets that say what kind of street it is, or where it leads: they tell no two apart. */
const STREET_WORDS = new Set(
  'STREET ROAD AVENUE LANE DRIVE COURT SQUARE BOULEVARD HIGHWAY PARKWAY TERRACE CRESCENT PLACE WAY CLOSE CIRCUIT NORTH SOUTH EAST WEST NORTHEAST NORTHWEST SOUTHEAST SOUTHWEST RUE VIA CALLE ULICA STRASSE DE LA DEL THE'.split(
    ' ',
  ),
);

/**
 * The keys of an address: house number with the postcode, house number with the street (its telling word), and the street
 * with the city. Each lacks what another has, so that one wrong or missing part hides nothing.
 */
export function placeKeys({ type, parts }: RetrievableIdentifier): readonly RetrievalKey[] {
  if (type !== 'ADDRESS') return [];
  const { houseNumber, postcode, city, street } = parts ?? {};
  const house = houseNumber?.split('-')[0];
  const words = asciiWords(street ?? '');
  const telling = words.filter((word) => !STREET_WORDS.has(word));
  const named = (telling.length > 0 ? telling : words).slice(0, 2);
  return [
    ...(house !== undefined && postcode !== undefined
      ? [retrievalKey('HOUSE_POSTCODE', house, postcode.slice(0, 5))]
      : []),
    ...(house === undefined ? [] : named.map((word) => retrievalKey('HOUSE_STREET', house, word))),
    ...(city === undefined ? [] : named.map((word) => retrievalKey('STREET_CITY', word, city))),
  ];
}
