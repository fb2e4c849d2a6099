import { HOLD_STATUSES, type HoldStatus, holdStatusAfter, type HoldVerb } from './hold-status.js';

const VERBS: readonly HoldVerb[] = ['ACTIVATE', 'END_TERM', 'EXTEND', 'RELEASE'];

/** Written by hand from product.md, Life cycles, Hold. */
const ALLOWED: readonly (readonly [HoldStatus, HoldVerb, HoldStatus])[] = [
  ['REQUESTED', 'ACTIVATE', 'ACTIVE'],
  ['ACTIVE', 'END_TERM', 'REVIEW'],
  ['REVIEW', 'EXTEND', 'ACTIVE'],
  ['REVIEW', 'RELEASE', 'RELEASED'],
];

describe('the life of a hold', () => {
  it.each(ALLOWED)('%s by %s becomes %s', (status, verb, next) => {
    expect(holdStatusAfter(status, verb)).toBe(next);
  });

  const refusedSteps = HOLD_STATUSES.flatMap((status) => VERBS.map((verb) => [status, verb] as const)).filter(
    ([status, verb]) => !ALLOWED.some(([from, by]) => from === status && by === verb),
  );

  it.each(refusedSteps)('%s has no step %s', (status, verb) => {
    expect(holdStatusAfter(status, verb)).toBeUndefined();
  });
});
