import fc from 'fast-check';

import { mod97 } from '../check-digits.js';
import { toCashAddress } from '../crypto/cash-address.js';
import type { IdentifierInput, IdentifierType } from '../identifier.js';

import { encodeBase58Check, encodeMonero, encodeSolana } from './encode-address.js';

type Input = Omit<IdentifierInput, 'type'>;

const of = (value: fc.Arbitrary<string>, scope?: fc.Arbitrary<string | undefined>): fc.Arbitrary<Input> =>
  fc.record({ value, scope: scope ?? fc.constant(undefined) });

const characters = (alphabet: string, minLength: number, maxLength = minLength): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...Array.from(alphabet)), minLength, maxLength });

const DIGITS = '0123456789';
const CAPITALS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ALPHANUMERIC = DIGITS + CAPITALS;
const bytes = (length: number): fc.Arbitrary<Uint8Array> =>
  fc.uint8Array({ minLength: length, maxLength: length });

/** White space, case and grouping as people type them. */
const typed = (value: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc
    .tuple(value, fc.constantFrom('', ' ', '-'), fc.boolean(), fc.constantFrom('', ' ', '\n', '\u00a0'))
    .map(([text, separator, lower, around]) => {
      const grouped = separator === '' ? text : (text.match(/.{1,4}/gu) ?? []).join(separator);
      return around + (lower ? grouped.toLowerCase() : grouped) + around;
    });

const checked = (body: string, suffix: string): string =>
  String(98 - mod97(`${body}${suffix}00`)).padStart(2, '0');

const iban = fc
  .oneof(
    characters(DIGITS, 18).map((bban) => ['DE', bban] as const),
    fc.tuple(characters(CAPITALS, 4), characters(DIGITS, 14)).map((parts) => ['GB', parts.join('')] as const),
    fc.tuple(characters(CAPITALS, 4), characters(DIGITS, 10)).map((parts) => ['NL', parts.join('')] as const),
    characters(DIGITS, 24).map((bban) => ['CY', bban] as const),
  )
  .map(([country, bban]) => `${country}${checked(bban, country)}${bban}`);

const lei = characters(ALPHANUMERIC, 18).map((body) => `${body}${checked(body, '')}`);

const routing = characters(DIGITS, 7).map((tail) => {
  const digits = `0${tail}`;
  const weights = [3, 7, 1];
  const sum = Array.from(digits, (digit, index) => Number(digit) * (weights[index % 3] ?? 0)).reduce(
    (total, term) => total + term,
  );
  return `${digits}${(10 - (sum % 10)) % 10}`;
});

const crypto: fc.Arbitrary<Input> = fc.oneof(
  of(
    bytes(20).map((hash) => encodeBase58Check([0], hash)),
    fc.constantFrom('btc', 'Bitcoin'),
  ),
  of(
    bytes(20).map((hash) => encodeBase58Check([5], hash)),
    fc.constantFrom('bch', 'LTC'),
  ),
  of(
    bytes(20).map((hash) => toCashAddress(0, hash).toUpperCase()),
    fc.constant('bitcoin-cash'),
  ),
  of(
    bytes(20).map((hash) => `0x${Buffer.from(hash).toString('hex')}`),
    fc.constantFrom('ETH', 'polygon'),
  ),
  of(
    bytes(20).map((hash) => encodeBase58Check([0x41], hash)),
    fc.constant('Tron'),
  ),
  of(
    bytes(20).map((hash) => encodeBase58Check([0], hash, true)),
    fc.constant('ripple'),
  ),
  of(
    bytes(64).map((keys) => encodeMonero(18, keys)),
    fc.constant('xmr'),
  ),
  of(bytes(32).map(encodeSolana), fc.constant('sol')),
);

const label = fc.oneof(
  characters('abcdefghijklmnopqrstuvwxyz0123456789', 1, 12),
  fc.constantFrom('bücher', 'faß', '店', 'магазин', 'www', 'WWW', 'shop-1'),
);
const host = fc
  .tuple(
    fc.array(label, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('example', 'co.uk', 'github.io', 'COM'),
  )
  .map(([labels, suffix]) => [...labels, 'nomu', suffix].join('.'));
const url = fc
  .tuple(
    fc.constantFrom('', 'https://', 'HTTP://u:p@', 'hxxps://'),
    host,
    fc.constantFrom('', '/', ':8443/a?b#c', '?x'),
  )
  .map((parts) => parts.join(''));
const email = fc
  .tuple(
    characters('abcXYZ019_+', 1, 10),
    fc.oneof(host, fc.constantFrom('gmail.com', 'GoogleMail.com', 'outlook.com')),
  )
  .map((parts) => parts.join('@'));

const phone: fc.Arbitrary<Input> = fc.oneof(
  of(
    fc
      .tuple(
        fc.constantFrom('+1 214 555 01', '00160755501', '+44 118 496 07', '+372 5200 12', '+49 1511 2345 6'),
        characters(DIGITS, 2),
      )
      .map((parts) => parts.join('')),
  ),
  of(
    characters(DIGITS, 4).map((end) => `0118 496 ${end}`),
    fc.constant('gb'),
  ),
  of(
    characters(DIGITS, 4).map((end) => `(214) 555-${end}`),
    fc.constant('US'),
  ),
  of(
    characters(DIGITS, 7).map((end) => `0151/${end}1`),
    fc.constant('DE'),
  ),
  of(
    characters(DIGITS, 8).map((end) => `06${end}`),
    fc.constant('IT'),
  ),
  of(
    characters(DIGITS, 8).map((end) => `01${end}`),
    fc.constant('FR'),
  ),
  of(
    characters(DIGITS, 8).map((end) => `011 15 ${end}`),
    fc.constant('AR'),
  ),
);

const WORDS = [
  ...[
    'Nomu',
    'Imports',
    'Sofa',
    'GALLERY',
    'J.',
    'P.',
    'A',
    '&',
    'and',
    "O'Nomu",
    'Ному',
    'Ελλάδα',
    'ノム',
    '诺木',
    'نومو',
  ],
  ...[
    'Ltd',
    'Limited',
    'S.L.',
    'SA',
    'GmbH',
    '& Co. KG',
    'OÜ',
    'A/S',
    'Sp. z o.o.',
    's.r.o.',
    'ООО',
    'Pty',
    'Inc.',
    'AS',
  ],
  ...['株式会社', '(株)', 'Company', '24', '1st', 'ß', 'ı', 'İ', 'ǆ', 'ﬁne', '½', 'ŉ', 'Z', 'O'],
];
const name = fc
  .tuple(
    fc.constantFrom('Nomu', 'ノム', 'Ному', 'A', '7'),
    fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }),
  )
  .map(([first, rest]) => [first, ...rest].join(' '));
const anyName = fc.oneof(
  name,
  fc.tuple(name, fc.string({ unit: 'grapheme', maxLength: 20 })).map(([a, b]) => `${a} ${b}`),
);

const optional = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined });

const person: fc.Arbitrary<Input> = fc.record({
  value: anyName,
  parts: fc.record({
    birthDate: optional(fc.constantFrom('1956-03-01', '2000-02-29')),
    country: optional(fc.constantFrom('EE', 'de')),
  }),
});

const street = fc
  .tuple(
    fc.constantFrom('', '97 ', '113', '117a ', '12-14 ', 'Flat 3, ', 'Unit B 12/14 '),
    fc.array(
      fc.constantFrom(
        'Mill',
        'N',
        'St',
        'St.',
        'Str.',
        'Hauptstr.',
        'ß',
        'Rd',
        'PO Box',
        '5',
        'b',
        'Apt 4',
        'Äpfel',
      ),
      {
        minLength: 1,
        maxLength: 5,
      },
    ),
  )
  .map(([start, words]) => start + words.join(' '));
const address: fc.Arbitrary<Input> = fc.record({
  value: street,
  parts: fc.record({
    country: optional(fc.constantFrom('LV', 'gb')),
    postcode: optional(fc.constantFrom('LV-1010', 'EC1A 1BB', '80-001', 'LV 1')),
    city: fc.constantFrom('Rīga', 'KÖLN', 'São Paulo'),
    houseNumber: optional(fc.constantFrom('5', '12 b', '1-3')),
  }),
});

const descriptor = fc
  .tuple(
    fc.constantFrom('', 'SQ *', 'PAYPAL *', 'ZTL*', '*'),
    fc.array(fc.constantFrom('NOMU', 'Imports', '24', 'é', 'ß', '*', 'CO', '店'), {
      minLength: 1,
      maxLength: 3,
    }),
    fc.constantFrom('', ' 202-555-0123', ' 2025550123 CA', ' +372 5200 9318', '   TALLINN EE', ' EE'),
  )
  .map(([prefix, words, end]) => `${prefix}N ${words.join(' ')}${end}`);

/** Inputs of every type that are taken, as people write them. */
export const VALID_INPUTS: Readonly<Record<IdentifierType, fc.Arbitrary<Input>>> = {
  CARD_ACCEPTOR_ID: of(
    characters(ALPHANUMERIC + ' -.', 0, 13).map((rest) => `7${rest}1`),
    optional(fc.constantFrom('066907', 'ICA:01234', 'member:Nomu')),
  ),
  TERMINAL_ID: of(characters(ALPHANUMERIC.toLowerCase(), 8), optional(fc.constant('BIN:066907'))),
  PAYFAC_SUBMERCHANT_ID: of(characters(ALPHANUMERIC, 1, 15), optional(fc.constantFrom('Ztl Pay', 'ztl-pay'))),
  ACQUIRER_BIN: of(typed(characters(DIGITS, 6, 8))),
  ICA: of(characters(DIGITS, 1, 10).map((digits) => `${digits}1`)),
  MCC: of(fc.constantFrom('5967', ' 0742', '3123', '7995\n')),
  DESCRIPTOR: of(descriptor),
  IBAN: of(typed(iban)),
  BANK_ACCOUNT_US: of(typed(characters(DIGITS, 4, 12)), typed(routing)),
  BANK_ACCOUNT: of(
    typed(characters(ALPHANUMERIC, 3, 12)),
    fc.constantFrom('DEUTDEFF', 'deutdeff500', 'GB-SORTCODE:12-34-56', 'au-bsb 123456'),
  ),
  CRYPTO_ADDRESS: crypto,
  WALLET_ACCOUNT: of(
    fc.oneof(
      email,
      characters('aBc01_-', 1, 20).map((rest) => `$@n${rest}`),
      fc.constant('+254 700 000 000'),
    ),
    fc.constantFrom('PayPal', 'cash app', 'venmo', 'stripe', 'm-pesa'),
  ),
  TAX_ID: fc.oneof(
    of(fc.constantFrom('DE 136 695 976', '136695976'), fc.constant('de')),
    of(fc.constantFrom('el094259216', '094259216'), fc.constant('GR')),
    of(typed(characters(ALPHANUMERIC, 4, 12)), fc.constantFrom(undefined, 'AE')),
  ),
  COMPANY_REG_NO: of(
    typed(characters(ALPHANUMERIC, 2, 14)),
    optional(fc.constantFrom('GB', 'de/HRB-Berlin', 'EE')),
  ),
  LEI: of(typed(lei)),
  DOMAIN: of(url),
  EMAIL: of(email),
  PHONE: phone,
  LEGAL_NAME: of(anyName),
  TRADE_NAME: of(anyName),
  PERSON: person,
  NATIONAL_ID: fc.oneof(
    of(fc.constantFrom('390.533.447-05', '39053344705'), fc.constant('br')),
    of(typed(characters(ALPHANUMERIC, 4, 12)), fc.constant('AE')),
  ),
  PASSPORT: of(typed(characters(ALPHANUMERIC, 5, 12)), fc.constantFrom('DE', 'ee')),
  DRIVER_LICENCE: of(typed(characters(ALPHANUMERIC, 4, 12)), fc.constantFrom('GB', 'us')),
  ADDRESS: address,
  IP_ADDRESS: of(fc.oneof(fc.ipV4(), fc.ipV6())),
};
