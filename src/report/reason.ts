/**
 * Primary reasons of a report, gravest first, with the card networks' own codes and the life of a listing in years
 * (product.md, Codes; 5 years at most: rule 9). A MARKER protects the named firm and is never a hit.
 */
export const REPORT_REASONS = {
  CSAM_LIVESTREAM: { matchCode: '13', vmssCode: null, lifeYears: 5, listing: 'HIT' },
  CSAM_SALE: { matchCode: '13', vmssCode: null, lifeYears: 5, listing: 'HIT' },
  CHILD_TRAFFICKING_PAYMENT: { matchCode: '13', vmssCode: null, lifeYears: 5, listing: 'HIT' },
  AI_GENERATED_CSAM_SALE: { matchCode: '13', vmssCode: null, lifeYears: 5, listing: 'HIT' },
  CSAM_PAYMENT_FRONT: { matchCode: '03', vmssCode: '23', lifeYears: 5, listing: 'HIT' },
  FACILITATOR_COLLUSION: { matchCode: '11', vmssCode: null, lifeYears: 5, listing: 'HIT' },
  CSAM_LINK_REWARD: { matchCode: '13', vmssCode: null, lifeYears: 3, listing: 'HIT' },
  SEXTORTION_COLLECTION: { matchCode: '13', vmssCode: null, lifeYears: 3, listing: 'HIT' },
  CSAM_ADVERTISING: { matchCode: '10', vmssCode: null, lifeYears: 2, listing: 'HIT' },
  MERCHANT_IDENTITY_MISUSED: { matchCode: '14', vmssCode: '34', lifeYears: 1, listing: 'MARKER' },
} as const satisfies Record<string, ReasonRule>;

interface ReasonRule {
  readonly matchCode: string;
  readonly vmssCode: string | null;
  /** How long a listing for this reason lives after its last new independent report. 1 to 5. */
  readonly lifeYears: 1 | 2 | 3 | 4 | 5;
  readonly listing: 'HIT' | 'MARKER';
}

export type ReportReason = keyof typeof REPORT_REASONS;

/** How the seller was paid (product.md, Codes). */
export const PAYMENT_METHODS = [
  'CARD',
  'ACH',
  'SEPA',
  'WIRE',
  'INSTANT',
  'DIGITAL_WALLET',
  'P2P_APP',
  'MONEY_TRANSFER',
  'PREPAID_CARD',
  'GIFT_CARD',
  'CRYPTO',
  'CARRIER_BILLING',
  'CASH_VOUCHER',
  'OTHER',
] as const;

export type PaymentMethod = (typeof PAYMENT_METHODS)[number];

/** What a member did about a merchant (product.md, Codes). */
export const MERCHANT_ACTIONS = [
  'TERMINATED',
  'SUSPENDED',
  'RESTRICTED',
  'DECLINED',
  'MONITORING_AT_LAW_ENFORCEMENT_REQUEST',
  'ALREADY_CLOSED',
  'NOT_OUR_MERCHANT',
  'FORWARDED',
  'UNABLE_TO_TRACE',
  'TEST_TRANSACTION_BLOCKED',
  'NO_ACTION_FALSE_POSITIVE',
] as const;

export type MerchantAction = (typeof MERCHANT_ACTIONS)[number];
