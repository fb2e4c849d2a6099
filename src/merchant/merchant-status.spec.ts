import { refusedSteps, type WrittenStep } from '../../test/support/life-cycle.js';
import {
  MERCHANT_STATUSES,
  MERCHANT_VERBS,
  type MerchantStatus,
  merchantStatusAfter,
  type MerchantVerb,
} from './merchant-status.js';

/** Written by hand from product.md, Life cycles, Merchant. */
const ALLOWED: readonly WrittenStep<MerchantStatus, MerchantVerb>[] = [
  ['UNLISTED', 'LIST', 'LISTED'],
  ['LISTED', 'DISPUTE', 'DISPUTED'],
  ['LISTED', 'EXPIRE', 'EXPIRED'],
  ['LISTED', 'UNLIST', 'UNLISTED'],
  ['DISPUTED', 'SETTLE', 'LISTED'],
  ['DISPUTED', 'DELIST', 'DELISTED'],
  ['DISPUTED', 'EXPIRE', 'EXPIRED'],
  ['DISPUTED', 'UNLIST', 'UNLISTED'],
  ['DELISTED', 'RETURN', 'LISTED'],
  ['EXPIRED', 'RETURN', 'LISTED'],
];

describe('the life of a merchant', () => {
  it.each(ALLOWED)('%s by %s becomes %s', (status, verb, next) => {
    expect(merchantStatusAfter(status, verb)).toBe(next);
  });

  it.each(refusedSteps(MERCHANT_STATUSES, MERCHANT_VERBS, ALLOWED))('%s has no step %s', (status, verb) => {
    expect(merchantStatusAfter(status, verb)).toBeUndefined();
  });
});
