import type { IdentifierKey, IdentifierType, Strength } from '../../identifier/index.js';
import type { DescribedIdentifier, Description } from '../description.js';

/** What a report says, in the fewest words. Equal texts are equal values. */
export interface ReportWords {
  readonly at?: string;
  readonly name?: string;
  readonly descriptor?: string;
  readonly iban?: string;
  readonly crypto?: string;
  /** A card acceptor ID under its acquirer, `acquirer:id`. */
  readonly mid?: string;
  /** A company number under its country, `GB:123`. */
  readonly company?: string;
  readonly host?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly address?: string;
  readonly person?: string;
  /** The legal form of the name. */
  readonly form?: string;
  /** The member that reports. */
  readonly by?: string;
}

/** A key whose hash is readable, so that a failing test says which value it was about. */
export function aKey(kind: string, strength: Strength, value: string): IdentifierKey {
  return { kind, strength, hash: `${kind}=${value}` };
}

function anIdentifier(
  type: IdentifierType,
  value: string,
  keys: readonly IdentifierKey[],
  exclusiveWithin: string | null = null,
): DescribedIdentifier {
  return { type, scope: null, value, keys, exclusiveWithin };
}

type Build = (value: string, words: ReportWords) => DescribedIdentifier;

const BUILD: Readonly<Record<Exclude<keyof ReportWords, 'at' | 'by' | 'form'>, Build>> = {
  name: (value, { form }) => ({
    ...anIdentifier('LEGAL_NAME', value, [aKey('NAME', 'FUZZY', value)]),
    parts: { core: value, ...(form !== undefined && { legalForm: form }) },
  }),
  descriptor: (value) => anIdentifier('DESCRIPTOR', value, [aKey('DESCRIPTOR', 'WEAK', value)]),
  iban: (value) => anIdentifier('IBAN', value, [aKey('IBAN', 'UNIQUE', value)]),
  crypto: (value) => anIdentifier('CRYPTO_ADDRESS', value, [aKey('CRYPTO_ADDRESS', 'UNIQUE', value)]),
  mid: (value) =>
    anIdentifier('CARD_ACCEPTOR_ID', value, [
      aKey('CARD_ACCEPTOR_ID', 'UNIQUE', value),
      aKey('CARD_ACCEPTOR_ID_UNSCOPED', 'WEAK', value.split(':')[1] ?? value),
    ]),
  company: (value) =>
    anIdentifier(
      'COMPANY_REG_NO',
      value,
      [aKey('COMPANY_REG_NO', 'UNIQUE', value), aKey('COMPANY_REG_NO_UNSCOPED', 'WEAK', value.slice(3))],
      `COMPANY_REG_NO|${value.slice(0, 2)}`,
    ),
  host: (value) =>
    anIdentifier('DOMAIN', value, [
      aKey('DOMAIN_HOST', 'STRONG', value),
      aKey('DOMAIN_REGISTRABLE', 'STRONG', value.split('.').slice(-2).join('.')),
    ]),
  email: (value) => anIdentifier('EMAIL', value, [aKey('EMAIL', 'STRONG', value)]),
  phone: (value) => anIdentifier('PHONE', value, [aKey('PHONE', 'STRONG', value)]),
  address: (value) => anIdentifier('ADDRESS', value, [aKey('ADDRESS', 'WEAK', value)]),
  person: (value) => anIdentifier('PERSON', value, [aKey('PERSON_NAME', 'FUZZY', value)]),
};

/** The identifiers of what a report says, each in its normal form. */
export function identifiersOf(words: ReportWords): DescribedIdentifier[] {
  return Object.entries(BUILD).flatMap(([word, build]) => {
    const value = words[word as keyof typeof BUILD];
    return value === undefined ? [] : [build(value, words)];
  });
}

export function aReport(id: string, words: ReportWords): Description {
  return {
    id,
    receivedAt: words.at ?? '2026-01-01T00:00:00.000Z',
    ...(words.by !== undefined && { reporterId: words.by }),
    identifiers: identifiersOf(words),
  };
}

/** Reports `prefix-1`, `prefix-2` ... one for each element. */
export function reports(prefix: string, all: readonly ReportWords[]): Description[] {
  return all.map((words, index) => aReport(`${prefix}-${index + 1}`, words));
}

/** `count` elements, made by number from 1. */
export function times<Item>(count: number, make: (number: number) => Item): Item[] {
  return Array.from({ length: count }, (_, index) => make(index + 1));
}
