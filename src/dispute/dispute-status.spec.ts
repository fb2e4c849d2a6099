import { itHasTheSteps, type WrittenStep } from '../../test/support/life-cycle.js';
import {
  DISPUTE_OUTCOMES,
  DISPUTE_STATUSES,
  DISPUTE_VERBS,
  type DisputeStatus,
  type DisputeVerb,
  isOutcome,
  isRunning,
  takeDisputeStep,
  VERB_OF_OUTCOME,
} from './dispute-status.js';

/** Written by hand from product.md, Life cycles, Dispute. */
const ALLOWED: readonly WrittenStep<DisputeStatus, DisputeVerb>[] = [
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
  itHasTheSteps({
    statuses: DISPUTE_STATUSES,
    verbs: DISPUTE_VERBS,
    allowed: ALLOWED,
    take: takeDisputeStep,
    field: 'disputeId',
  });

  it('either runs or has an outcome, which reviewers bring about by a verb of its own', () => {
    expect(DISPUTE_STATUSES.filter(isRunning)).toEqual(['FILED', 'REVIEW', 'APPEAL']);
    expect(DISPUTE_STATUSES.filter(isOutcome)).toEqual([...DISPUTE_OUTCOMES]);
    for (const outcome of DISPUTE_OUTCOMES)
      expect(takeDisputeStep('REVIEW', VERB_OF_OUTCOME[outcome])).toEqual({ ok: true, value: outcome });
  });
});
