import { INDICATOR_STATUSES, indicatorStatusAfter, type IndicatorVerb } from './indicator-status.js';

const VERBS: readonly IndicatorVerb[] = ['UPDATE', 'EXPIRE', 'REVOKE', 'SUPERSEDE', 'RELIST'];

it('takes an indicator through its life and no other way', () => {
  const steps = INDICATOR_STATUSES.flatMap((status) =>
    VERBS.flatMap((verb) => {
      const next = indicatorStatusAfter(status, verb);
      return next === undefined ? [] : [`${status} ${verb} ${next}`];
    }),
  );
  expect(steps).toEqual([
    'ACTIVE UPDATE ACTIVE',
    'ACTIVE EXPIRE EXPIRED',
    'ACTIVE REVOKE REVOKED',
    'ACTIVE SUPERSEDE SUPERSEDED',
    'EXPIRED RELIST ACTIVE',
    'REVOKED RELIST ACTIVE',
    'SUPERSEDED RELIST ACTIVE',
  ]);
});
