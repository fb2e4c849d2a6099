import type { WorkKind } from './work-kind.js';

/** One thing that waits for somebody. */
export interface WorkItem {
  readonly kind: WorkKind;
  /** Of what it is about: WORK says of what kind the id is. */
  readonly objectId: string;
  /** By what it is shown: the alert that tells of it, the dispute that a ruling decides; else the object itself. */
  readonly shownBy: string;
  /** A child is at risk now. */
  readonly critical: boolean;
  /** Since when it waits; microseconds since 1970, as the database keeps time. */
  readonly since: number;
  /** By when it is to be done, in the same; null where nothing says so. */
  readonly due: number | null;
}

/** How much waits of one kind. */
export interface WorkCount {
  readonly kind: WorkKind;
  /** 0 to WORK_COUNT_MAX. */
  readonly count: number;
  /** Whether there is more than `count`. */
  readonly more: boolean;
}

/** Behind this nobody counts on: it is more than one can do. */
export const WORK_COUNT_MAX = 1_000;

/** The moment of a time in microseconds, to the millisecond. */
export function momentOf(micros: number): Date {
  return new Date(Math.floor(micros / 1_000));
}
