import type { Transitions } from '../common/life-cycle.js';

/** Where a merchant stands (product.md, Life cycles, Merchant). A hold covers any of them: it then shows to nobody as listed. */
export const MERCHANT_STATUSES = ['UNLISTED', 'LISTED', 'DISPUTED', 'DELISTED', 'EXPIRED'] as const;

export type MerchantStatus = (typeof MERCHANT_STATUSES)[number];

/**
 * What happens to a merchant. LIST: an accepted report speaks for it. DISPUTE: its listing is challenged. SETTLE: no challenge
 * is left. DELIST: a ruling took out what it rested on. EXPIRE: the life of its listing is over. UNLIST: what it rested on was
 * withdrawn, or is said of another merchant now. RETURN: a new independent report speaks for it, a ruling was overturned on
 * appeal, or it is one with a merchant that is listed.
 */
export const MERCHANT_VERBS = ['LIST', 'DISPUTE', 'SETTLE', 'DELIST', 'EXPIRE', 'UNLIST', 'RETURN'] as const;

export type MerchantVerb = (typeof MERCHANT_VERBS)[number];

/**
 * The whole life cycle; there is no other step. A listing is delisted out of a dispute, though it be challenged and ruled on
 * before anybody looks: then it takes both steps at once. A merchant that was UNLISTED is listed again by any accepted report;
 * one that is DELISTED or EXPIRED does not go back to being merely unlisted, whatever becomes of its reports.
 */
export const MERCHANT_TRANSITIONS: Transitions<MerchantStatus, MerchantVerb> = {
  UNLISTED: { LIST: 'LISTED' },
  LISTED: { DISPUTE: 'DISPUTED', EXPIRE: 'EXPIRED', UNLIST: 'UNLISTED' },
  DISPUTED: { SETTLE: 'LISTED', DELIST: 'DELISTED', EXPIRE: 'EXPIRED', UNLIST: 'UNLISTED' },
  DELISTED: { RETURN: 'LISTED' },
  EXPIRED: { RETURN: 'LISTED' },
};

/** The status after `verb`, or undefined when the life cycle does not have the step: nobody asks for one, so that is a fault. */
export function merchantStatusAfter(status: MerchantStatus, verb: MerchantVerb): MerchantStatus | undefined {
  return MERCHANT_TRANSITIONS[status][verb];
}
