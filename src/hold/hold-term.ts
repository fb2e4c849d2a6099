import { accepted, refused, type Result } from '../common/refusal.js';

/** Days that a hold has when it is placed (product.md, Life cycles, Hold). */
export const HOLD_TERM_DAYS = 10;
/** The most days that one review gives it, from then on. */
export const HOLD_EXTENSION_DAYS_MAX = 30;
/** Days after its placing behind which no review gives it another: it is lifted, or it stays in review. */
export const HOLD_DAYS_MAX = 90;

const DAY_MS = 86_400_000;

/** When the first term of a hold placed at this moment ends. */
export function firstTermEnd(placedAt: Date): Date {
  return addDays(placedAt, HOLD_TERM_DAYS);
}

/** Behind this moment a hold placed at `placedAt` is extended no more. */
export function lastTermEnd(placedAt: Date): Date {
  return addDays(placedAt, HOLD_DAYS_MAX);
}

/**
 * The end of the term that a review at the moment `now` gives for `days` more, 1 to HOLD_EXTENSION_DAYS_MAX. Refused with
 * TERM_TOO_LONG when it is none of these, or would end more than HOLD_DAYS_MAX after the placing.
 */
export function extendedTermEnd(placedAt: Date, now: Date, days: number): Result<Date, 'TERM_TOO_LONG'> {
  if (!Number.isInteger(days) || days < 1 || days > HOLD_EXTENSION_DAYS_MAX)
    return tooLong(`Give 1 to ${HOLD_EXTENSION_DAYS_MAX} days.`);
  const end = addDays(now, days);
  const last = lastTermEnd(placedAt);
  if (end <= last) return accepted(end);
  const left = Math.floor((last.getTime() - now.getTime()) / DAY_MS);
  return left < 1
    ? tooLong(
        `A hold is not extended past ${HOLD_DAYS_MAX} days in all. It stays in review, and hides, until two analysts lift it.`,
      )
    : refused({
        code: 'TERM_TOO_LONG',
        field: ['days'],
        message: `A hold lasts ${HOLD_DAYS_MAX} days in all at most: give up to ${left}.`,
        suggestion: String(left),
      });
}

function tooLong(message: string): Result<Date, 'TERM_TOO_LONG'> {
  return refused({ code: 'TERM_TOO_LONG', field: ['days'], message });
}

function addDays(moment: Date, days: number): Date {
  return new Date(moment.getTime() + days * DAY_MS);
}
