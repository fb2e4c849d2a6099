import { refusedSteps, type WrittenStep } from '../../test/support/life-cycle.js';
import {
  INDICATOR_STATUSES,
  INDICATOR_VERBS,
  type IndicatorStatus,
  indicatorStatusAfter,
  type IndicatorVerb,
  isListed,
} from './indicator-status.js';

/** Written by hand from product.md, Life cycles, Indicator; what comes back is listed again under its old id. */
const ALLOWED: readonly WrittenStep<IndicatorStatus, IndicatorVerb>[] = [
  ['ACTIVE', 'UPDATE', 'ACTIVE'],
  ['ACTIVE', 'DISPUTE', 'DISPUTED'],
  ['ACTIVE', 'EXPIRE', 'EXPIRED'],
  ['ACTIVE', 'REVOKE', 'REVOKED'],
  ['ACTIVE', 'SUPERSEDE', 'SUPERSEDED'],
  ['DISPUTED', 'UPDATE', 'DISPUTED'],
  ['DISPUTED', 'SETTLE', 'ACTIVE'],
  ['DISPUTED', 'EXPIRE', 'EXPIRED'],
  ['DISPUTED', 'REVOKE', 'REVOKED'],
  ['DISPUTED', 'SUPERSEDE', 'SUPERSEDED'],
  ['EXPIRED', 'RELIST', 'ACTIVE'],
  ['REVOKED', 'RELIST', 'ACTIVE'],
  ['SUPERSEDED', 'RELIST', 'ACTIVE'],
];

describe('the life of an indicator', () => {
  it.each(ALLOWED)('%s by %s becomes %s', (status, verb, next) => {
    expect(indicatorStatusAfter(status, verb)).toBe(next);
  });

  it.each(refusedSteps(INDICATOR_STATUSES, INDICATOR_VERBS, ALLOWED))('%s has no step %s', (status, verb) => {
    expect(indicatorStatusAfter(status, verb)).toBeUndefined();
  });

  it('goes on listing what is disputed', () => {
    expect(INDICATOR_STATUSES.filter(isListed)).toEqual(['ACTIVE', 'DISPUTED']);
  });
});
