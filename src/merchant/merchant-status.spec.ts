import {
  MERCHANT_STATUSES,
  type MerchantStatus,
  merchantStatusAfter,
  type MerchantVerb,
} from './merchant-status.js';

const ALLOWED: readonly (readonly [MerchantStatus, MerchantVerb, MerchantStatus])[] = [
  ['UNLISTED', 'LIST', 'LISTED'],
  ['LISTED', 'UNLIST', 'UNLISTED'],
];

describe('merchantStatusAfter', () => {
  it.each(ALLOWED)('%s by %s becomes %s', (status, verb, next) => {
    expect(merchantStatusAfter(status, verb)).toBe(next);
  });

  const refusedSteps = MERCHANT_STATUSES.flatMap((status) =>
    (['LIST', 'UNLIST'] as const).map((verb) => [status, verb] as const),
  ).filter(([status, verb]) => !ALLOWED.some(([from, by]) => from === status && by === verb));

  it.each(refusedSteps)('%s has no step %s', (status, verb) => {
    expect(merchantStatusAfter(status, verb)).toBeUndefined();
  });
});
