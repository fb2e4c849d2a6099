import { assert } from '../common/assert.js';
import type { Refusal } from '../common/refusal.js';
import { type DisputeStatus, takeDisputeStep } from './dispute-status.js';

/** Days that a member has to answer a dispute of what it reported (product.md, Life cycles, Dispute). Calendar days. */
export const DISPUTE_ANSWER_DAYS = 10;
/** Days after a ruling in which either side may appeal. */
export const DISPUTE_APPEAL_DAYS = 30;

const DAY_MS = 86_400_000;

/** By when a dispute that was told at this moment is to be answered. */
export function answerBy(toldAt: Date): Date {
  return new Date(toldAt.getTime() + DISPUTE_ANSWER_DAYS * DAY_MS);
}

/** Until when a ruling of this moment may be appealed. */
export function appealableUntil(ruledAt: Date): Date {
  return new Date(ruledAt.getTime() + DISPUTE_APPEAL_DAYS * DAY_MS);
}

/** At the moment `now` a ruling of this moment, or of one before, is appealed no more. */
export function appealableNoMoreSince(now: Date): Date {
  return new Date(now.getTime() - DISPUTE_APPEAL_DAYS * DAY_MS);
}

/** What decides whether an appeal is open. */
export interface Appealable {
  readonly status: DisputeStatus;
  readonly stage: 1 | 2;
  readonly ruledAt: Date | null;
}

/** Why a dispute cannot be appealed at the moment `now`, or undefined: there is one appeal, of a ruling, in time. */
export function refuseAppeal(
  { status, stage, ruledAt }: Appealable,
  now: Date,
): Refusal<'NOT_ALLOWED_IN_STATE' | 'TERM_OVER'> | undefined {
  const field = ['disputeId'];
  const step = takeDisputeStep(status, 'APPEAL');
  if (!step.ok) return step.refusals[0];
  assert(ruledAt !== null, 'what is decided was decided at some time');
  if (stage === 2)
    return { code: 'NOT_ALLOWED_IN_STATE', field, message: 'It was appealed once: this ruling is final.' };
  if (now >= appealableUntil(ruledAt))
    return {
      code: 'TERM_OVER',
      field,
      message: `A ruling is appealed within ${DISPUTE_APPEAL_DAYS} days; they are over.`,
    };
  return undefined;
}
