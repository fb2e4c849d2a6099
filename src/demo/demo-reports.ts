import type { ReportBasis } from '../config/index.js';
import type { IdentifierType } from '../identifier/index.js';
import type { MerchantAction, PaymentMethod, ReportReason } from '../report/index.js';
import {
  DEMO_MEMBER_KEYS,
  DEMO_MEMBERS,
  type DemoMember,
  type DemoMemberKey,
  groupsOf,
} from './demo-members.js';
import { type DemoMerchant, describePart, inventMerchants } from './demo-merchants.js';
import { DemoRandom } from './demo-random.js';
import type { DemoDraft, DemoHandling, DemoReport, DemoStep } from './demo-report.js';

/** Any number: another one is another coalition. */
const SEED = 20_260_401;
const MERCHANTS = 110;
/** Numbers below are for the reports written by hand (demo-cases.ts). */
const FIRST_NUMBER = 101;

const REASONS: readonly (readonly [ReportReason, number])[] = [
  ['CSAM_SALE', 40],
  ['CSAM_PAYMENT_FRONT', 20],
  ['CSAM_LINK_REWARD', 12],
  ['CSAM_ADVERTISING', 8],
  ['CSAM_LIVESTREAM', 6],
  ['AI_GENERATED_CSAM_SALE', 6],
  ['SEXTORTION_COLLECTION', 5],
  ['MERCHANT_IDENTITY_MISUSED', 3],
];

const ACTIONS: readonly MerchantAction[] = [
  'TERMINATED',
  'SUSPENDED',
  'RESTRICTED',
  'DECLINED',
  'ALREADY_CLOSED',
];

/** Bases that pass something on, with what their references begin with. */
const REFERRALS: Readonly<Partial<Record<ReportBasis, string>>> = {
  CYBERTIPLINE_REFERRAL: 'CT-DEMO',
  HOTLINE_REFERRAL: 'HL-DEMO',
  LAW_ENFORCEMENT_REFERRAL: 'LE-DEMO',
  CARD_NETWORK_NOTICE: 'CN-DEMO',
};

/** Bases that wait for an analyst unless the coalition sets it otherwise. */
const TRIAGED: readonly ReportBasis[] = ['INTERNAL_MONITORING', 'MEMBER_TIP', 'CARD_NETWORK_NOTICE'];

const NARRATIVES = [
  'A test purchase led to members-only pages; the statement shows the descriptor given.',
  'Payments of one size from many senders within minutes, each followed by a withdrawal.',
  'The shop sells printed matter in name; nothing was ever shipped to our test address.',
  'Found while following the account of a merchant that we closed last quarter.',
  'A tip from another payment company, confirmed by our own look at the payment page.',
];

/** The many reports, by seed: the same ones in every run. */
export function inventReports(): readonly DemoReport[] {
  const random = new DemoRandom(SEED);
  const numbers = new Map<DemoMemberKey, number>();
  return inventMerchants(random, MERCHANTS).flatMap((merchant, place) => {
    const reason = random.weighted(REASONS);
    const count = random.weighted([
      [1, 20],
      [2, 25],
      [3, 25],
      [4, 18],
      [6, 12],
    ]);
    return random.some(DEMO_MEMBER_KEYS, count).map((reporter) => {
      const number = numbers.get(reporter) ?? FIRST_NUMBER;
      numbers.set(reporter, number + 1);
      return inventReport(random, { merchant, place, reason, reporter, number });
    });
  });
}

interface Occasion {
  readonly merchant: DemoMerchant;
  readonly place: number;
  readonly reason: ReportReason;
  readonly reporter: DemoMemberKey;
  readonly number: number;
}

function inventReport(
  random: DemoRandom,
  { merchant, place, reason, reporter, number }: Occasion,
): DemoReport {
  const { prefix, bases }: DemoMember = DEMO_MEMBERS[reporter];
  const basis = random.pick(bases);
  const subject = describePart(random, merchant);
  const firstDay = random.whole(0, 250);
  const referral = REFERRALS[basis];
  const report: DemoDraft = {
    ...subject,
    reason,
    basis,
    // Most of those that pass on a referral about one merchant pass on the same one: one source, however many relay it.
    ...(referral !== undefined && {
      externalReference: `${referral}-${10_000 + place}${random.chance(0.25) ? 'B' : ''}`,
    }),
    paymentMethods: paymentMethods(
      (subject.identifiers ?? []).map(({ type }) => type),
      merchant.country,
    ),
    observedFrom: dayOf2025(firstDay),
    observedTo: dayOf2025(firstDay + random.whole(0, 90)),
    ...(random.chance(0.7) && { actionTaken: random.pick(ACTIONS) }),
    handling: forTriage(basis, inventHandling(random, reporter)),
    ...(random.chance(0.4) && { narrative: random.pick(NARRATIVES) }),
  };
  return {
    reporter,
    clientReference: `${prefix}-2025-${String(number).padStart(4, '0')}`,
    report,
    steps: TRIAGED.includes(basis) ? inventTriage(random, report) : inventWithdrawal(random),
  };
}

function inventHandling(random: DemoRandom, reporter: DemoMemberKey): DemoHandling {
  const others = DEMO_MEMBER_KEYS.filter((key) => key !== reporter);
  const tlp = random.weighted([
    ['GREEN', 50],
    ['AMBER', 30],
    ['AMBER_STRICT', 12],
    ['RED', 8],
  ] as const);
  if (tlp === 'RED') return { tlp, named: random.some(others, random.whole(0, 2)) };
  const groups = groupsOf(reporter);
  return groups.length > 0 && random.chance(0.35) ? { tlp, group: random.pick(groups) } : { tlp };
}

/** A RED report that names members is closed to the analysts: one that waits for them names none. */
function forTriage(basis: ReportBasis, { named, ...handling }: DemoHandling): DemoHandling {
  return named === undefined || TRIAGED.includes(basis) ? handling : { ...handling, named };
}

/** What becomes of a report that waits for an analyst. */
function inventTriage(random: DemoRandom, report: DemoDraft): readonly DemoStep[] {
  const accept: DemoStep = { verb: 'ACCEPT', note: 'The pattern and the payment page agree.' };
  const ask: DemoStep = {
    verb: 'ASK',
    question: 'Which payments led you to this merchant, and over which period?',
  };
  const correct: DemoStep = {
    verb: 'CORRECT',
    report: {
      ...report,
      narrative: 'Forty payments of one size within a week, from senders with nothing in common.',
    },
  };
  return random.weighted<readonly DemoStep[]>([
    [[], 30],
    [[accept], 40],
    [[ask], 10],
    [[ask, correct, accept], 6],
    [[ask, correct], 2],
    [[{ verb: 'REJECT', reason: 'Nothing here ties the account to the sale that is described.' }], 10],
    [[accept, { verb: 'WITHDRAW', reason: 'Our own review found that another merchant was meant.' }], 2],
  ]);
}

function inventWithdrawal(random: DemoRandom): readonly DemoStep[] {
  return random.chance(0.04)
    ? [{ verb: 'WITHDRAW', reason: 'Entered for the wrong merchant; a new report follows.' }]
    : [];
}

/** How a merchant with these identifiers is paid. */
function paymentMethods(types: readonly IdentifierType[], country: string): PaymentMethod[] {
  const methods = types.flatMap((type): PaymentMethod[] => {
    if (type === 'CARD_ACCEPTOR_ID') return ['CARD'];
    if (type === 'IBAN') return [country === 'GB' ? 'INSTANT' : 'SEPA'];
    if (type === 'BANK_ACCOUNT_US') return ['ACH'];
    if (type === 'CRYPTO_ADDRESS') return ['CRYPTO'];
    return type === 'WALLET_ACCOUNT' ? ['DIGITAL_WALLET'] : [];
  });
  return methods.length === 0 ? ['OTHER'] : [...new Set(methods)];
}

/** A day of 2025, 0 to 364: fixed, so that the reports are the same whenever they are made. */
function dayOf2025(day: number): string {
  return new Date(Date.UTC(2025, 0, 1 + Math.min(day, 364))).toISOString().slice(0, 10);
}
