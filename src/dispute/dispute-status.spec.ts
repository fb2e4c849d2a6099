import {
  DISPUTE_OUTCOMES,
  DISPUTE_STATUSES,
  type DisputeStatus,
  disputeStatusAfter,
  DISPUTE_VERBS,
  type DisputeVerb,
  isOutcome,
  isRunning,
  VERB_OF_OUTCOME,
} from './dispute-status.js';

/** Written by hand from product.md, Life cycles, Dispute. */
const ALLOWED: readonly (readonly [DisputeStatus, DisputeVerb, DisputeStatus])[] = [
  ['FILED', 'END_ANSWERS', 'REVIEW'],
  ['FILED', 'LAPSE', 'UPHELD'],
  ['REVIEW', 'UPHOLD', 'UPHELD'],
  ['REVIEW', 'UPHOLD_IN_PART', 'PARTLY_UPHELD'],
  ['REVIEW', 'REJECT', 'REJECTED'],
  ['UPHELD', 'APPEAL', 'APPEAL'],
  ['PARTLY_UPHELD', 'APPEAL', 'APPEAL'],
  ['REJECTED', 'APPEAL', 'APPEAL'],
  ['APPEAL', 'UPHOLD', 'UPHELD'],
  ['APPEAL', 'UPHOLD_IN_PART', 'PARTLY_UPHELD'],
  ['APPEAL', 'REJECT', 'REJECTED'],
];

describe('the life of a dispute', () => {
  it.each(ALLOWED)('%s by %s becomes %s', (status, verb, next) => {
    expect(disputeStatusAfter(status, verb)).toBe(next);
  });

  const refusedSteps = DISPUTE_STATUSES.flatMap((status) =>
    DISPUTE_VERBS.map((verb) => [status, verb] as const),
  ).filter(([status, verb]) => !ALLOWED.some(([from, by]) => from === status && by === verb));

  it.each(refusedSteps)('%s has no step %s', (status, verb) => {
    expect(disputeStatusAfter(status, verb)).toBeUndefined();
  });

  it('either runs or has an outcome, which reviewers bring about by a verb of its own', () => {
    expect(DISPUTE_STATUSES.filter(isRunning)).toEqual(['FILED', 'REVIEW', 'APPEAL']);
    expect(DISPUTE_STATUSES.filter(isOutcome)).toEqual([...DISPUTE_OUTCOMES]);
    for (const outcome of DISPUTE_OUTCOMES)
      expect(disputeStatusAfter('REVIEW', VERB_OF_OUTCOME[outcome])).toBe(outcome);
  });
});
