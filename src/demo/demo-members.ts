import type { ReportBasis } from '../config/index.js';
import type { MemberKind } from '../member/index.js';

/** An invented organisation. */
export interface DemoMember {
  readonly name: string;
  readonly kind: MemberKind;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
  readonly region: string;
  /** What its client references begin with. */
  readonly prefix: string;
  /** What its reports rest on; none for a member that does not report. */
  readonly bases: readonly ReportBasis[];
}

const WATCHED: readonly ReportBasis[] = [
  'TEST_TRANSACTION',
  'CYBERTIPLINE_REFERRAL',
  'INTERNAL_MONITORING',
  'INTERNAL_MONITORING',
  'MEMBER_TIP',
];

/** The coalition's own organisation: founded with its first admin, and so the one that nobody approves. */
export const DEMO_SECRETARIAT = { name: 'Cordon Demo Secretariat', country: 'IE' } as const;

/** Members that are in, beside the secretariat: each applied, signed, and was approved by two admins. */
export const DEMO_MEMBERS = {
  harbour: {
    name: 'Harbour Acquiring (demo)',
    kind: 'ACQUIRER',
    country: 'GB',
    region: 'Europe',
    prefix: 'HBR',
    bases: WATCHED,
  },
  kiefern: {
    name: 'Kiefern Acquiring (demo)',
    kind: 'ACQUIRER',
    country: 'DE',
    region: 'Europe',
    prefix: 'KFN',
    bases: WATCHED,
  },
  signpost: {
    name: 'Signpost Cards (demo)',
    kind: 'CARD_NETWORK',
    country: 'US',
    region: 'North America',
    prefix: 'SGN',
    bases: ['CARD_NETWORK_NOTICE', 'TEST_TRANSACTION'],
  },
  alder: {
    name: 'Alder Street Bank (demo)',
    kind: 'ISSUER',
    country: 'US',
    region: 'North America',
    prefix: 'ALD',
    bases: WATCHED,
  },
  vallon: {
    name: 'Banque du Vallon Vert (demo)',
    kind: 'ISSUER',
    country: 'FR',
    region: 'Europe',
    prefix: 'VLN',
    bases: WATCHED,
  },
  relay: {
    name: 'Relay Row Processing (demo)',
    kind: 'PAYMENT_PROCESSOR',
    country: 'NL',
    region: 'Europe',
    prefix: 'RLY',
    bases: WATCHED,
  },
  till: {
    name: 'Corner Till Payments (demo)',
    kind: 'PAYMENT_FACILITATOR',
    country: 'GB',
    region: 'Europe',
    prefix: 'TIL',
    bases: WATCHED,
  },
  pocket: {
    name: 'Pocketfold Wallet (demo)',
    kind: 'DIGITAL_WALLET',
    country: 'SE',
    region: 'Europe',
    prefix: 'PKT',
    bases: WATCHED,
  },
  satchel: {
    name: 'Satchel Pay (demo)',
    kind: 'DIGITAL_WALLET',
    country: 'US',
    region: 'North America',
    prefix: 'SAT',
    bases: WATCHED,
  },
  longbridge: {
    name: 'Longbridge Remittance (demo)',
    kind: 'MONEY_TRANSFER',
    country: 'AU',
    region: 'Asia-Pacific',
    prefix: 'LNG',
    bases: WATCHED,
  },
  ledger: {
    name: 'Ledgerwell Exchange (demo)',
    kind: 'VIRTUAL_ASSET_PROVIDER',
    country: 'CA',
    region: 'North America',
    prefix: 'LDG',
    bases: WATCHED,
  },
  lantern: {
    name: 'Lantern Hotline (demo)',
    kind: 'HOTLINE',
    country: 'NL',
    region: 'Europe',
    prefix: 'LTN',
    bases: ['HOTLINE_REFERRAL'],
  },
  liaison: {
    name: 'Demo Liaison Office',
    kind: 'LAW_ENFORCEMENT_LIAISON',
    country: 'IE',
    region: 'Europe',
    prefix: 'LEO',
    bases: ['LAW_ENFORCEMENT_REFERRAL'],
  },
} as const satisfies Readonly<Record<string, DemoMember>>;

export type DemoMemberKey = keyof typeof DEMO_MEMBERS;

export const DEMO_MEMBER_KEYS = Object.keys(DEMO_MEMBERS) as readonly DemoMemberKey[];

/** Has applied and signed, and has one admin's approval: the second admin's is the exercise. */
export const DEMO_APPLICANT = {
  name: 'Quayside Payments (demo applicant)',
  kind: 'PAYMENT_PROCESSOR',
  country: 'ES',
  region: 'Europe',
  signedBy: 'Noa Ferrivel',
} as const satisfies Pick<DemoMember, 'name' | 'kind' | 'country' | 'region'> & { readonly signedBy: string };

export interface DemoGroup {
  readonly name: string;
  readonly description: string;
  readonly members: readonly DemoMemberKey[];
}

/** Sharing groups, by list. A member may be in several, and some are in none. */
export const DEMO_GROUPS = {
  acquirers: {
    name: 'Acquirers of Europe (demo)',
    description: 'Those who take card payments in Europe, and the network whose cards they take.',
    members: ['harbour', 'kiefern', 'relay', 'till', 'signpost'],
  },
  wallets: {
    name: 'Wallets and virtual assets (demo)',
    description: 'Wallets, money transfer and exchanges, which see the same accounts from different sides.',
    members: ['pocket', 'satchel', 'longbridge', 'ledger'],
  },
} as const satisfies Readonly<Record<string, DemoGroup>>;

export type DemoGroupKey = keyof typeof DEMO_GROUPS;

/** The groups that a member may share in. */
export function groupsOf(member: DemoMemberKey): readonly DemoGroupKey[] {
  return (Object.keys(DEMO_GROUPS) as DemoGroupKey[]).filter((key) => {
    const { members }: DemoGroup = DEMO_GROUPS[key];
    return members.includes(member);
  });
}
