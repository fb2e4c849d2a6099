import { INDICATOR_STATUSES, INDICATOR_VERBS, indicatorStatusAfter, isListed } from './indicator-status.js';

it('takes an indicator through its life and no other way', () => {
  const steps = INDICATOR_STATUSES.flatMap((status) =>
    INDICATOR_VERBS.flatMap((verb) => {
      const next = indicatorStatusAfter(status, verb);
      return next === undefined ? [] : [`${status} ${verb} ${next}`];
    }),
  );
  expect(steps).toEqual([
    'ACTIVE UPDATE ACTIVE',
    'ACTIVE DISPUTE DISPUTED',
    'ACTIVE EXPIRE EXPIRED',
    'ACTIVE REVOKE REVOKED',
    'ACTIVE SUPERSEDE SUPERSEDED',
    'DISPUTED UPDATE DISPUTED',
    'DISPUTED SETTLE ACTIVE',
    'DISPUTED EXPIRE EXPIRED',
    'DISPUTED REVOKE REVOKED',
    'DISPUTED SUPERSEDE SUPERSEDED',
    'EXPIRED RELIST ACTIVE',
    'REVOKED RELIST ACTIVE',
    'SUPERSEDED RELIST ACTIVE',
  ]);
});

it('goes on listing what is disputed', () => {
  expect(INDICATOR_STATUSES.filter(isListed)).toEqual(['ACTIVE', 'DISPUTED']);
});
