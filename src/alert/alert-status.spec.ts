import { ALERT_STATUSES, type AlertStatus, alertStatusAfter, type AlertVerb } from './alert-status.js';

const VERBS: readonly AlertVerb[] = ['DELIVER', 'ACKNOWLEDGE', 'CLOSE'];

/** Written by hand from product.md, Life cycles, Alert; it closes from each, where its reason is gone. */
const ALLOWED: readonly (readonly [AlertStatus, AlertVerb, AlertStatus])[] = [
  ['RAISED', 'DELIVER', 'DELIVERED'],
  ['RAISED', 'CLOSE', 'CLOSED'],
  ['DELIVERED', 'ACKNOWLEDGE', 'ACKNOWLEDGED'],
  ['DELIVERED', 'CLOSE', 'CLOSED'],
  ['ACKNOWLEDGED', 'CLOSE', 'CLOSED'],
];

describe('the life of an alert', () => {
  it.each(ALLOWED)('%s by %s becomes %s', (status, verb, next) => {
    expect(alertStatusAfter(status, verb)).toBe(next);
  });

  const refusedSteps = ALERT_STATUSES.flatMap((status) =>
    VERBS.map((verb) => [status, verb] as const),
  ).filter(([status, verb]) => !ALLOWED.some(([from, by]) => from === status && by === verb));

  it.each(refusedSteps)('%s has no step %s', (status, verb) => {
    expect(alertStatusAfter(status, verb)).toBeUndefined();
  });
});
