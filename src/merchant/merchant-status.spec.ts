import {
  MERCHANT_STATUSES,
  MERCHANT_VERBS,
  type MerchantStatus,
  merchantStatusAfter,
  type MerchantVerb,
} from './merchant-status.js';

const ALLOWED: readonly (readonly [MerchantStatus, MerchantVerb, MerchantStatus])[] = [
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

  const refusedSteps = MERCHANT_STATUSES.flatMap((status) =>
    MERCHANT_VERBS.map((verb) => [status, verb] as const),
  ).filter(([status, verb]) => !ALLOWED.some(([from, by]) => from === status && by === verb));

  it.each(refusedSteps)('%s has no step %s', (status, verb) => {
    expect(merchantStatusAfter(status, verb)).toBeUndefined();
  });
});
