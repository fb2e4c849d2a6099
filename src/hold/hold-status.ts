import { type Step, takeStep, type Transitions } from '../common/life-cycle.js';

/** Where a hold stands (product.md, Life cycles, Hold). It hides in all of them but RELEASED. */
export const HOLD_STATUSES = ['REQUESTED', 'ACTIVE', 'REVIEW', 'RELEASED'] as const;

export type HoldStatus = (typeof HOLD_STATUSES)[number];

/**
 * What happens to a hold. ACTIVATE: an analyst stands by the request. END_TERM: its term is over, by the clock or because
 * it is called into review before. EXTEND: the review gives it another term. RELEASE: two analysts lift it.
 */
export const HOLD_VERBS = ['ACTIVATE', 'END_TERM', 'EXTEND', 'RELEASE'] as const;

export type HoldVerb = (typeof HOLD_VERBS)[number];

/**
 * The whole life cycle. What is not written here is refused with NOT_ALLOWED_IN_STATE, and by a trigger of the table. A hold
 * leaves only by review: nothing ends it by itself, and a request that nobody looked at goes on hiding.
 */
export const HOLD_TRANSITIONS: Transitions<HoldStatus, HoldVerb> = {
  REQUESTED: { ACTIVATE: 'ACTIVE' },
  ACTIVE: { END_TERM: 'REVIEW' },
  REVIEW: { EXTEND: 'ACTIVE', RELEASE: 'RELEASED' },
  RELEASED: {},
};

/** What is to be done where a step is not open. */
const INSTEAD: Readonly<Record<HoldVerb, string>> = {
  ACTIVATE: 'only a request is activated.',
  END_TERM: 'only an active one is called into review; an analyst activates a request.',
  EXTEND: 'it is extended by a review, into which reviewHold calls an active one.',
  RELEASE: 'it is lifted by a review, into which reviewHold calls an active one.',
};

/** The status after `verb`, or NOT_ALLOWED_IN_STATE where the life cycle does not have the step. */
export function takeHoldStep(status: HoldStatus, verb: HoldVerb): Step<HoldStatus> {
  const message = `The hold is ${status}: ${INSTEAD[verb]}`;
  return takeStep(HOLD_TRANSITIONS, { status, verb }, { field: 'holdId', message });
}
