import { countrySpecs } from 'ibantools';

/** Where the code of the bank stands in a country's IBANs, counted from behind the check digits: from, and behind. */
export interface BankCodePlace {
  readonly from: number;
  readonly to: number;
}

/**
 * Countries of which the table that we use does not say it, or says it wrong. By the field "Bank identifier position within the
 * BBAN" of SWIFT's IBAN Registry (ISO 13616), but for two. JO: its position there is that of the branch, while its example and its
 * pattern have the bank before. PL: it names none; by the national numbering three digits are the bank's, four those of a
 * cooperative bank, so that four never reach into another bank.
 */
const PLACES: Readonly<Record<string, BankCodePlace>> = {
  JO: { from: 0, to: 4 },
  PL: { from: 0, to: 4 },
  SK: { from: 0, to: 4 },
  SM: { from: 1, to: 6 },
  ST: { from: 0, to: 4 },
  SV: { from: 0, to: 4 },
  TL: { from: 0, to: 3 },
  TN: { from: 0, to: 2 },
  TR: { from: 0, to: 5 },
  UA: { from: 0, to: 6 },
  VA: { from: 0, to: 3 },
  VG: { from: 0, to: 4 },
  XK: { from: 0, to: 2 },
};

const PLACE_BY_COUNTRY: ReadonlyMap<string, BankCodePlace> = new Map([
  ...Object.entries(countrySpecs).flatMap(([country, spec]): [string, BankCodePlace][] => {
    const [, first, last] = /^(\d+)-(\d+)$/.exec(spec.bank_identifier ?? '') ?? [];
    return first === undefined ? [] : [[country, { from: Number(first), to: Number(last) + 1 }]];
  }),
  ...Object.entries(PLACES),
]);

/** Where the bank stands in the IBANs of a country, or undefined where that is not known. */
export function bankCodePlace(country: string): BankCodePlace | undefined {
  return PLACE_BY_COUNTRY.get(country);
}

/** The country and the bank of a valid IBAN, `DE37040044`; undefined where it is not known where the bank stands. */
export function bankCodeOfIban(iban: string): string | undefined {
  const country = iban.slice(0, 2);
  const place = bankCodePlace(country);
  return place && `${country}${iban.slice(4 + place.from, 4 + place.to)}`;
}
