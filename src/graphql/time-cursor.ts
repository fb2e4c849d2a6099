import { decodeCursor, encodeCursor } from '../common/page.js';
import { isExactTime, isMoment, isUuid, notACursor } from './list-place.js';

/** A place in a list that is ordered by time: when the last row before was made, and its id. */
export interface TimePlace {
  readonly at: Date;
  readonly id: string;
}

/** The same in a list whose rows may be of one millisecond: the time as PostgreSQL writes it. */
export interface ExactTimePlace {
  readonly at: string;
  readonly id: string;
}

/** The cursor of a row in a list that is ordered by time and then by id. */
export function timeCursor({ at, id }: TimePlace): string {
  return encodeCursor([at.toISOString(), id]);
}

/**
 * The place that such a cursor stands for. Checked whole, for a forged one must not become an error of the database.
 *
 * @throws InvalidInputError where it is a cursor of another list, or none.
 */
export function timePlace(cursor: string): TimePlace {
  const [at, id] = decodeCursor(cursor, 2) ?? [];
  if (isMoment(at) && isUuid(id)) return { at: new Date(at), id };
  throw notACursor();
}

/** The cursor of a row whose time is known to the microsecond. */
export function exactTimeCursor({ at, id }: ExactTimePlace): string {
  return encodeCursor([at, id]);
}

/** As `timePlace`, for a cursor of `exactTimeCursor`. */
export function exactTimePlace(cursor: string): ExactTimePlace {
  const [at, id] = decodeCursor(cursor, 2) ?? [];
  if (isExactTime(at) && isUuid(id)) return { at, id };
  throw notACursor();
}
