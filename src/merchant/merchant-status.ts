/** Where a merchant stands (product.md, Life cycles, Merchant). A hold covers any of them and is kept elsewhere. */
export const MERCHANT_STATUSES = ['UNLISTED', 'LISTED', 'DISPUTED', 'DELISTED', 'EXPIRED'] as const;

export type MerchantStatus = (typeof MERCHANT_STATUSES)[number];

/** What happens to a merchant. The verbs of disputes and expiry come with those parts. */
export type MerchantVerb = 'LIST' | 'UNLIST';

/**
 * The steps that exist so far. LIST: an accepted report speaks for it. UNLIST: the last accepted report was withdrawn or
 * now belongs to another merchant; it may be listed again by any accepted report.
 */
export const MERCHANT_TRANSITIONS: Readonly<
  Record<MerchantStatus, Readonly<Partial<Record<MerchantVerb, MerchantStatus>>>>
> = {
  UNLISTED: { LIST: 'LISTED' },
  LISTED: { UNLIST: 'UNLISTED' },
  DISPUTED: {},
  DELISTED: {},
  EXPIRED: {},
};

/** The status after `verb`, or undefined when the life cycle does not have the step. */
export function merchantStatusAfter(status: MerchantStatus, verb: MerchantVerb): MerchantStatus | undefined {
  return MERCHANT_TRANSITIONS[status][verb];
}
