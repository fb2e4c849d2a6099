import type { SubjectInput } from '../identifier/index.js';
import {
  account,
  ALIKE_PAIR,
  companyNumber,
  CONTRADICTING_PAIR,
  LISTED_SELLER,
  NAMESAKE,
  RING,
  website,
} from './demo-cast.js';
import { DEMO_MEMBERS, type DemoMemberKey } from './demo-members.js';
import type { DemoDraft, DemoReport, DemoStep } from './demo-report.js';

/**
 * Reports written by hand: something held in place for each user of product.md. Their client references end in numbers up
 * to 0099; the invented ones (demo-reports.ts) begin above.
 */
export function caseReports(): readonly DemoReport[] {
  return [
    ...listedSeller(),
    ...complianceDesk(),
    ...possibleMatches(),
    ...facilitatorRing(),
    ...restricted(),
    aCase('kiefern', 'KFN-2025-0001', namesake(), { basis: 'TEST_TRANSACTION' }),
  ];
}

/** For whoever screens: four members with a source each that know nothing of each other. */
function listedSeller(): DemoReport[] {
  const seller = LISTED_SELLER;
  const known: SubjectInput = { legalName: seller.legalName, country: seller.country };
  return [
    aCase(
      'alder',
      'ALD-2025-0001',
      {
        ...known,
        descriptors: [seller.descriptor],
        identifiers: [website(seller.host), account(seller.iban), seller.cardAcceptor],
      },
      { basis: 'CYBERTIPLINE_REFERRAL', externalReference: 'CT-DEMO-20001', actionTaken: 'TERMINATED' },
    ),
    aCase(
      'satchel',
      'SAT-2025-0001',
      { ...known, identifiers: [website(seller.host)] },
      { basis: 'LAW_ENFORCEMENT_REFERRAL', externalReference: 'LE-DEMO-20003' },
    ),
    aCase(
      'lantern',
      'LTN-2025-0001',
      { tradeNames: [seller.tradeName], country: seller.country, identifiers: [website(seller.host)] },
      { basis: 'HOTLINE_REFERRAL', externalReference: 'HL-DEMO-20002' },
    ),
    aCase(
      'till',
      'TIL-2025-0001',
      {
        ...known,
        principals: [seller.principal],
        identifiers: [
          account(seller.iban),
          { type: 'EMAIL', value: seller.email },
          companyNumber(seller.companyNumber),
        ],
      },
      { basis: 'TEST_TRANSACTION', actionTaken: 'TERMINATED' },
    ),
  ];
}

/** For the compliance analyst of Harbour Acquiring: one report accepted, one asked about, one rejected, one waiting. */
function complianceDesk(): DemoReport[] {
  const watched = { basis: 'INTERNAL_MONITORING' } as const;
  const shop = (name: string): SubjectInput => ({
    legalName: `${name} Ltd`,
    country: 'GB',
    identifiers: [website(`${name.replace(' ', '-').toLowerCase()}.example`)],
  });
  return [
    aCase('harbour', 'HBR-2025-0001', shop('Ravowick Streams'), {
      basis: 'TEST_TRANSACTION',
      actionTaken: 'TERMINATED',
      narrative: 'A test purchase of access was taken and settled to the account given.',
    }),
    aCase('harbour', 'HBR-2025-0002', shop('Lornacoss Media'), watched, {
      verb: 'ASK',
      question: 'Which payments led you to this merchant, and over which period?',
    }),
    aCase('harbour', 'HBR-2025-0003', shop('Pellagast Prints'), watched, {
      verb: 'REJECT',
      reason:
        'The pattern fits any seller of prints: nothing ties the account to the sale that is described.',
    }),
    aCase('harbour', 'HBR-2025-0004', shop('Ulvefyr Hosting'), watched),
    aCase('harbour', 'HBR-2025-0005', shop('Corimand Retail'), watched, {
      verb: 'WITHDRAW',
      reason: 'Our own review found that another merchant was meant.',
    }),
  ];
}

/** For the coalition's analyst: pairs that the engine leaves to a person. */
function possibleMatches(): DemoReport[] {
  const phone = { type: 'PHONE', value: ALIKE_PAIR.phone } as const;
  const alike = ({
    legalName,
    host,
  }: {
    readonly legalName: string;
    readonly host: string;
  }): SubjectInput => ({
    legalName,
    country: ALIKE_PAIR.country,
    identifiers: [website(host), phone],
  });
  const contradicting = (company: (typeof CONTRADICTING_PAIR)['one' | 'other']): SubjectInput => ({
    legalName: company.legalName,
    country: CONTRADICTING_PAIR.country,
    identifiers: [account(CONTRADICTING_PAIR.iban), companyNumber(company.companyNumber)],
  });
  const tested = { basis: 'TEST_TRANSACTION' } as const;
  return [
    aCase('till', 'TIL-2025-0002', alike(ALIKE_PAIR.one), tested),
    aCase('relay', 'RLY-2025-0002', alike(ALIKE_PAIR.other), tested),
    aCase('vallon', 'VLN-2025-0003', contradicting(CONTRADICTING_PAIR.one), tested),
    aCase('relay', 'RLY-2025-0003', contradicting(CONTRADICTING_PAIR.other), tested),
  ];
}

/** For the coalition's analyst: sellers of one facilitator, whose account stops linking them as soon as it is seen. */
function facilitatorRing(): DemoReport[] {
  const reporters: readonly DemoMemberKey[] = ['relay', 'vallon', 'alder', 'till'];
  const { facilitator, iban, country, sellers } = RING;
  return [
    ...sellers.map(({ legalName, host, cardAcceptor }, place) => {
      const reporter = reporters[place % reporters.length] ?? 'relay';
      return aCase(
        reporter,
        `${DEMO_MEMBERS[reporter].prefix}-2025-${String(place + 11).padStart(4, '0')}`,
        { legalName, country, identifiers: [website(host), account(iban), cardAcceptor] },
        { basis: 'TEST_TRANSACTION', reason: 'CSAM_PAYMENT_FRONT' },
      );
    }),
    aCase(
      'signpost',
      'SGN-2025-0010',
      {
        legalName: facilitator.legalName,
        country,
        identifiers: [website(facilitator.host), account(iban)],
      },
      {
        basis: 'CARD_NETWORK_NOTICE',
        externalReference: 'CN-DEMO-20003',
        reason: 'FACILITATOR_COLLUSION',
        narrative: 'Eight shops with nothing in common but the account that they are paid out to.',
      },
    ),
  ];
}

/** One report under each handling that narrows its readers. */
function restricted(): DemoReport[] {
  const tested = { basis: 'TEST_TRANSACTION' } as const;
  const shop = (name: string, country: string): SubjectInput => ({
    legalName: name,
    country,
    identifiers: [website(`${name.split(' ')[0]?.toLowerCase() ?? 'shop'}-shop.example`)],
  });
  return [
    aCase('signpost', 'SGN-2025-0001', shop('Norelost Retail LLC', 'US'), {
      ...tested,
      handling: { tlp: 'RED', named: ['harbour', 'kiefern'] },
    }),
    aCase('alder', 'ALD-2025-0002', shop('Selavane Services LLC', 'US'), {
      ...tested,
      handling: { tlp: 'RED' },
    }),
    aCase('kiefern', 'KFN-2025-0002', shop('Holimross Trading GmbH', 'DE'), {
      ...tested,
      handling: { tlp: 'AMBER', group: 'acquirers' },
    }),
    aCase('ledger', 'LDG-2025-0001', shop('Vanuxis Exchange Inc.', 'CA'), {
      ...tested,
      handling: { tlp: 'AMBER_STRICT', group: 'wallets' },
    }),
    aCase('vallon', 'VLN-2025-0001', shop('Quilladal Pottery SARL', 'FR'), {
      ...tested,
      reason: 'MERCHANT_IDENTITY_MISUSED',
      narrative: 'The firm is a victim: its name and register number stand on pages that it never ran.',
    }),
  ];
}

function namesake(): SubjectInput {
  const { legalName, country, host, iban } = NAMESAKE;
  return { legalName, country, identifiers: [website(host), account(iban)] };
}

function aCase(
  reporter: DemoMemberKey,
  clientReference: string,
  subject: SubjectInput,
  said: Partial<DemoDraft> & Pick<DemoDraft, 'basis'>,
  ...steps: readonly DemoStep[]
): DemoReport {
  const report: DemoDraft = {
    ...subject,
    reason: 'CSAM_SALE',
    paymentMethods: ['CARD'],
    observedFrom: '2025-09-01',
    observedTo: '2025-10-15',
    handling: { tlp: 'GREEN' },
    ...said,
  };
  return { reporter, clientReference, report, steps };
}
