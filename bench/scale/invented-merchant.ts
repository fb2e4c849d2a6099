import { createHash } from 'node:crypto';
import type { MerchantId } from '../../src/common/id.js';
import type { IdentifierInput } from '../../src/identifier/index.js';
import type { AddressInput } from '../../src/identifier/subject.js';
import { inventedIdentifiers } from '../http/invented-report.js';
import { Dice } from './dice.js';
import { GENERAL_WORDS, INVENTED_WORDS, inventedWord } from './invented-words.js';

/** Name, address and three identifiers that are looked up exactly. */
export const IDENTIFIERS_PER_MERCHANT = 5;

/** An invented merchant, as a report describes it. */
export interface InventedMerchant {
  readonly legalName: string;
  readonly country: string;
  readonly addresses: readonly [AddressInput];
  readonly identifiers: readonly IdentifierInput[];
}

/** ISO 3166-1 alpha-2, the most frequent first, each with a legal form of that country. */
const COUNTRIES = [
  ['US', 'LLC'],
  ['GB', 'Ltd'],
  ['DE', 'GmbH'],
  ['NL', 'BV'],
  ['FR', 'SARL'],
  ['ES', 'SL'],
  ['EE', 'OU'],
  ['PL', 'Sp z o o'],
  ['IT', 'SRL'],
  ['CA', 'Inc'],
  ['CY', 'Ltd'],
  ['SE', 'AB'],
] as const;

/** I: an invented word; G: a general one. As often as each stands here. */
const PATTERNS = 'IG IG IG IG IG IG II II II I I IGG IGG IGG IIG IIG IIG IIGG GGG IIII'.split(' ');
const CITIES = 3_000;
/** Types of `inventedIdentifiers` that a merchant of this bench has. */
const EXACT_TYPES: ReadonlySet<string> = new Set(['CARD_ACCEPTOR_ID', 'IBAN', 'DOMAIN']);
const FORM_SHARE = 0.7;

/** The invented merchant of this number, 0 to 999,999,999: the same in every run. */
export function inventedMerchant(number: number): InventedMerchant {
  const dice = new Dice(number + 1);
  const [country, form] = COUNTRIES[dice.zipf(COUNTRIES.length)] ?? COUNTRIES[0];
  const pattern = PATTERNS[dice.below(PATTERNS.length)] ?? 'IG';
  const words = Array.from(pattern, (kind) =>
    kind === 'I'
      ? inventedWord(dice.zipf(INVENTED_WORDS))
      : (GENERAL_WORDS[dice.zipf(GENERAL_WORDS.length)] ?? ''),
  );
  const city = dice.zipf(CITIES);
  return {
    legalName: [...words, ...(dice.next() < FORM_SHARE ? [form] : [])].join(' '),
    country,
    addresses: [
      {
        line: `${1 + dice.zipf(200)} ${inventedWord(dice.zipf(20_000))} Street`,
        city: `${inventedWord(city)}TON`,
        postcode: String(10_000 + city * 20 + dice.below(20)),
        country,
      },
    ],
    identifiers: inventedIdentifiers(number).filter(({ type }) => EXACT_TYPES.has(type)),
  };
}

/** The id of the merchant of this number in the register: by it an answer is told to be the right one. */
export function merchantIdOf(number: number): MerchantId {
  const hex = createHash('sha256').update(`scale ${number}`).digest('hex');
  const groups = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `4${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return groups.join('-') as MerchantId;
}

/** A name of the same make that nobody in the register has: its invented words are written backwards. */
export function unknownName(name: string): string {
  const words = name
    .split(' ')
    .map((word) => (isInvented(word) ? Array.from(word).reverse().join('') : word));
  return words.join(' ');
}

/** Legal forms are no longer than 4 letters or have small ones. */
function isInvented(word: string): boolean {
  return /^[A-Z]{5,}$/.test(word) && !GENERAL_WORDS.includes(word);
}

/** The name with one typing error in its longest word: a letter left out, doubled, replaced, or swapped with the next. */
export function misspelt(name: string, number: number): string {
  const dice = new Dice(number + 77);
  const words = name.split(' ');
  const longest = words.reduce((one, other) => (other.length > one.length ? other : one), '');
  const place = 1 + dice.below(longest.length - 2);
  const [before, letter, next, rest] = [
    longest.slice(0, place),
    longest.charAt(place),
    longest.charAt(place + 1),
    longest.slice(place + 2),
  ];
  const errors = [
    before + next + rest,
    before + letter + letter + next + rest,
    `${before}E${next}${rest}` === longest ? `${before}O${next}${rest}` : `${before}E${next}${rest}`,
    letter === next ? before + next + rest : before + next + letter + rest,
  ];
  return words
    .map((word) => (word === longest ? (errors[dice.below(errors.length)] ?? word) : word))
    .join(' ');
}
