/** Where a hold stands (product.md, Life cycles, Hold). It hides in all of them but RELEASED. */
export const HOLD_STATUSES = ['REQUESTED', 'ACTIVE', 'REVIEW', 'RELEASED'] as const;

export type HoldStatus = (typeof HOLD_STATUSES)[number];

/**
 * What happens to a hold. ACTIVATE: an analyst stands by the request. END_TERM: its term is over, by the clock or because
 * it is called into review before. EXTEND: the review gives it another term. RELEASE: two analysts lift it.
 */
export type HoldVerb = 'ACTIVATE' | 'END_TERM' | 'EXTEND' | 'RELEASE';

/**
 * The whole life cycle. What is not written here is refused with NOT_ALLOWED_IN_STATE, and by a trigger of the table. A hold
 * leaves only by review: nothing ends it by itself, and a request that nobody looked at goes on hiding.
 */
export const HOLD_TRANSITIONS: Readonly<Record<HoldStatus, Readonly<Partial<Record<HoldVerb, HoldStatus>>>>> =
  {
    REQUESTED: { ACTIVATE: 'ACTIVE' },
    ACTIVE: { END_TERM: 'REVIEW' },
    REVIEW: { EXTEND: 'ACTIVE', RELEASE: 'RELEASED' },
    RELEASED: {},
  };

/** The status after `verb`, or undefined when the life cycle does not have the step. */
export function holdStatusAfter(status: HoldStatus, verb: HoldVerb): HoldStatus | undefined {
  return HOLD_TRANSITIONS[status][verb];
}
