import { type Step, takeStep, type Transitions } from '../common/life-cycle.js';

/** Where a dispute stands (product.md, Life cycles, Dispute). */
export const DISPUTE_STATUSES = ['FILED', 'REVIEW', 'UPHELD', 'PARTLY_UPHELD', 'REJECTED', 'APPEAL'] as const;

export type DisputeStatus = (typeof DISPUTE_STATUSES)[number];

/** How a dispute may end. */
export const DISPUTE_OUTCOMES = [
  'UPHELD',
  'PARTLY_UPHELD',
  'REJECTED',
] as const satisfies readonly DisputeStatus[];

export type DisputeOutcome = (typeof DISPUTE_OUTCOMES)[number];

/**
 * What happens to a dispute. END_ANSWERS: all who reported have answered, or their time is over, and a report stands. LAPSE:
 * the same, and none stands. UPHOLD, UPHOLD_IN_PART, REJECT: reviewers rule. APPEAL: a side asks for other reviewers, once.
 */
export const DISPUTE_VERBS = [
  'END_ANSWERS',
  'LAPSE',
  'UPHOLD',
  'UPHOLD_IN_PART',
  'REJECT',
  'APPEAL',
] as const;

export type DisputeVerb = (typeof DISPUTE_VERBS)[number];

const RULED = { UPHOLD: 'UPHELD', UPHOLD_IN_PART: 'PARTLY_UPHELD', REJECT: 'REJECTED' } as const;

/**
 * The whole life cycle. What is not written here is refused with NOT_ALLOWED_IN_STATE, and by a trigger of the table; that an
 * appeal is open once and for so long is decided by `refuseAppeal`.
 *
 * Whoever filed a dispute does not take it back: those who reported have been put to the proof, and a dispute that could be
 * dropped would be a way to ask how a listing is defended without anything ever being decided.
 */
export const DISPUTE_TRANSITIONS: Transitions<DisputeStatus, DisputeVerb> = {
  FILED: { END_ANSWERS: 'REVIEW', LAPSE: 'UPHELD' },
  REVIEW: RULED,
  UPHELD: { APPEAL: 'APPEAL' },
  PARTLY_UPHELD: { APPEAL: 'APPEAL' },
  REJECTED: { APPEAL: 'APPEAL' },
  APPEAL: RULED,
};

const RULED_IN_REVIEW = 'it is ruled on in review, and on appeal.';

/** What is to be done where a step is not open. */
const INSTEAD: Readonly<Record<DisputeVerb, string>> = {
  END_ANSWERS: 'it waits for no answers any more.',
  LAPSE: 'nobody loses any more by being silent.',
  UPHOLD: RULED_IN_REVIEW,
  UPHOLD_IN_PART: RULED_IN_REVIEW,
  REJECT: RULED_IN_REVIEW,
  APPEAL: 'nothing was ruled to appeal.',
};

/** The status after `verb`, or NOT_ALLOWED_IN_STATE where the life cycle does not have the step. */
export function takeDisputeStep(status: DisputeStatus, verb: DisputeVerb): Step<DisputeStatus> {
  const message = `The dispute is ${status}: ${INSTEAD[verb]}`;
  return takeStep(DISPUTE_TRANSITIONS, { status, verb }, { field: 'disputeId', message });
}

/** The verb by which reviewers bring an outcome about. */
export const VERB_OF_OUTCOME: Readonly<Record<DisputeOutcome, DisputeVerb>> = {
  UPHELD: 'UPHOLD',
  PARTLY_UPHELD: 'UPHOLD_IN_PART',
  REJECTED: 'REJECT',
};

/** Whether it is still to be decided, and what it challenges is shown as disputed. */
export function isRunning(status: DisputeStatus): boolean {
  return status === 'FILED' || status === 'REVIEW' || status === 'APPEAL';
}

/** Whether a status is an outcome: a ruling, or the default by silence, is in force. */
export function isOutcome(status: DisputeStatus): status is DisputeOutcome {
  return !isRunning(status);
}
