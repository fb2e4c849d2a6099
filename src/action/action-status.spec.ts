import { ACTION_STATUSES, type ActionStatus, actionStatusAfter, type ActionVerb } from './action-status.js';

const VERBS: readonly ActionVerb[] = ['CORRECT', 'WITHDRAW'];

/** Written by hand: an action is corrected by a new version or withdrawn, never edited, and withdrawn for good. */
const ALLOWED: readonly (readonly [ActionStatus, ActionVerb, ActionStatus])[] = [
  ['RECORDED', 'CORRECT', 'RECORDED'],
  ['RECORDED', 'WITHDRAW', 'WITHDRAWN'],
];

describe('the life of an action', () => {
  it.each(ALLOWED)('%s by %s becomes %s', (status, verb, next) => {
    expect(actionStatusAfter(status, verb)).toBe(next);
  });

  const refusedSteps = ACTION_STATUSES.flatMap((status) =>
    VERBS.map((verb) => [status, verb] as const),
  ).filter(([status, verb]) => !ALLOWED.some(([from, by]) => from === status && by === verb));

  it.each(refusedSteps)('%s has no step %s', (status, verb) => {
    expect(actionStatusAfter(status, verb)).toBeUndefined();
  });
});
