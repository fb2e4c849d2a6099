import type { DemoRandom } from './demo-random.js';

/** Names are put together of syllables that mean nothing, so that no merchant, person or town of that name is meant. */
const SYLLABLES_FIRST =
  'bral cor dun fen gal hol jen kel lorn mav nor ost pell quen rav sel tarn ulv vel wyn yar zen';
const SYLLABLES_MIDDLE = 'a ari e ela en i ina o ora u una';
const SYLLABLES_LAST =
  'bick coss dal fyr gast hem kross lund mor nax pund quill rost stell thal vane wick xis';
const TRADES =
  'Media Digital Trading Downloads Streams Studio Commerce Services Retail Prints Imports Hosting Networks';
const FORENAMES =
  'Aldo Bena Corin Dalia Emric Farah Goran Hedda Ilan Jorun Kasper Lida Marek Nadia Orsin Pavla Quirin Rasa';

/** What a country calls its companies and towns. Postcodes are such as its post does not use. */
interface Place {
  readonly legalForm: string;
  readonly town: string;
  readonly street: string;
  /** `#` stands for a digit. */
  readonly postcode: string;
}

const PLACES: Readonly<Record<string, Place>> = {
  GB: { legalForm: 'Ltd', town: 'Sampleton', street: 'Specimen Road', postcode: 'ZZ# #ZZ' },
  IE: { legalForm: 'Ltd', town: 'Samplemore', street: 'Specimen Quay', postcode: 'Z0# ZZ##' },
  DE: { legalForm: 'GmbH', town: 'Musterstadt', street: 'Beispielweg', postcode: '000##' },
  FR: { legalForm: 'SARL', town: 'Exempleville', street: 'rue du Specimen', postcode: '000##' },
  NL: { legalForm: 'B.V.', town: 'Voorbeeldstad', street: 'Voorbeeldkade', postcode: '00## ZZ' },
  SE: { legalForm: 'AB', town: 'Exempelstad', street: 'Exempelgatan', postcode: '000 ##' },
  US: { legalForm: 'LLC', town: 'Sample City', street: 'Specimen Avenue', postcode: '000##' },
  CA: { legalForm: 'Inc.', town: 'Sample Falls', street: 'Specimen Drive', postcode: 'Z#Z #Z#' },
  AU: { legalForm: 'Pty Ltd', town: 'Sampledale', street: 'Specimen Parade', postcode: '00##' },
};

/** Countries that demo merchants are in. */
export const DEMO_COUNTRIES: readonly string[] = Object.keys(PLACES);

/** A made-up word with a capital, such as `Tarnelamor`. */
export function inventWord(random: DemoRandom): string {
  const parts = [SYLLABLES_FIRST, SYLLABLES_MIDDLE, SYLLABLES_LAST].map((list) =>
    random.pick(list.split(' ')),
  );
  const word = parts.join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
}

export function inventTrade(random: DemoRandom): string {
  return random.pick(TRADES.split(' '));
}

export function inventPersonName(random: DemoRandom): string {
  return `${random.pick(FORENAMES.split(' '))} ${inventWord(random)}`;
}

export function legalFormOf(country: string): string {
  return PLACES[country]?.legalForm ?? 'Ltd';
}

/** An address in a town that there is not. */
export function inventAddress(
  random: DemoRandom,
  country: string,
): { readonly line: string; readonly city: string; readonly postcode: string; readonly country: string } {
  const { town = 'Sampleton', street = 'Specimen Road', postcode = '000##' } = PLACES[country] ?? {};
  return {
    line: `${random.whole(1, 400)} ${street}`,
    city: town,
    postcode: postcode.replaceAll('#', () => random.digits(1)),
    country,
  };
}
