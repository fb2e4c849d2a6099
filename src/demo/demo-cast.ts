import type { IdentifierInput } from '../identifier/index.js';
import { inventCardAcceptor, inventCompanyNumber, inventIban } from './demo-numbers.js';
import { DemoRandom } from './demo-random.js';

const random = new DemoRandom(7);

/** The merchant that the examples screen: listed by several independent sources, for the whole coalition to see. */
export const LISTED_SELLER = {
  legalName: 'Tarnquill Media Ltd',
  tradeName: 'Tarnquill Archive',
  descriptor: 'TARNQUILL MEDIA',
  host: 'tarnquill-media.example',
  email: 'pay@tarnquill-media.example',
  country: 'GB',
  iban: ibanOf('GB'),
  cardAcceptor: { type: 'CARD_ACCEPTOR_ID', ...inventCardAcceptor(random) },
  companyNumber: companyNumberOfGb(),
  principal: { name: 'Emric Tarnquill', birthYear: 1979, country: 'GB' },
} as const;

/** Merchants for an onboarding analyst to screen, by the answer that they get. */
export const SCREENED = {
  /** Strong: its web site is the listed seller's. */
  strong: { legalName: 'Tarnquill Media', country: 'GB', host: LISTED_SELLER.host },
  /** Possible: it has a listed seller's name and nothing else of it. */
  possible: { legalName: 'Ostrenvane Trading Ltd', country: 'IE', host: 'ostrenvane-ceramics.example' },
  /** Clear: nobody has reported it. */
  clear: { legalName: 'Wynapund Bakery Ltd', country: 'GB', host: 'wynapund-bakery.example' },
} as const;

/** The seller whose name `SCREENED.possible` bears. */
export const NAMESAKE = {
  legalName: 'Ostrenvane Trading GmbH',
  host: 'ostrenvane-trading.example',
  country: 'DE',
  iban: ibanOf('DE'),
} as const;

/** Two web sites that answer to one telephone: perhaps one seller, for a person to decide. */
export const ALIKE_PAIR = {
  phone: '+442079460321',
  country: 'GB',
  one: { legalName: 'Fenoquill Digital Ltd', host: 'fenoquill.example' },
  other: { legalName: 'Fenora Downloads Ltd', host: 'fenora-downloads.example' },
} as const;

/** Two companies, by their numbers, that are paid into one account: one of the two reports is mistaken, or both. */
export const CONTRADICTING_PAIR = {
  iban: ibanOf('NL'),
  country: 'GB',
  one: { legalName: 'Gallumor Streams Ltd', companyNumber: companyNumberOfGb() },
  other: { legalName: 'Gallumor Streaming Ltd', companyNumber: companyNumberOfGb() },
} as const;

/** A facilitator's settlement account, and sellers that it pays out for: the account makes none of them another. */
export const RING = {
  facilitator: { legalName: 'Korundal Collect B.V.', host: 'korundal-collect.example' },
  country: 'NL',
  iban: ibanOf('NL'),
  sellers: [
    'Vellimor Prints',
    'Quenaria Studio',
    'Dunostal Media',
    'Jenarick Imports',
    'Brallund Retail',
    'Horinax Hosting',
    'Marvothal Commerce',
    'Zenubick Downloads',
  ].map((name) => ({
    legalName: `${name} B.V.`,
    host: `${name.replace(' ', '-').toLowerCase()}.example`,
    cardAcceptor: { type: 'CARD_ACCEPTOR_ID' as const, ...inventCardAcceptor(random) },
  })),
} as const;

export function website(host: string): IdentifierInput {
  return { type: 'DOMAIN', value: host };
}

export function account(iban: string): IdentifierInput {
  return { type: 'IBAN', value: iban };
}

export function companyNumber(value: string): IdentifierInput {
  return { type: 'COMPANY_REG_NO', scope: 'GB', value };
}

function ibanOf(country: 'GB' | 'DE' | 'NL'): string {
  return inventIban(random, country) ?? '';
}

function companyNumberOfGb(): string {
  return inventCompanyNumber(random, 'GB')?.value ?? '';
}
