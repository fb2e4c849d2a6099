import { decodeCursor, encodeCursor } from '../common/page.js';
import { InvalidInputError } from './graphql-error.js';

/** A place in a list that is ordered by time: when the last row before was made, and its id. */
export interface TimePlace {
  readonly at: Date;
  readonly id: string;
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

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
  if (typeof at === 'string' && typeof id === 'string' && UUID.test(id) && isMoment(at))
    return { at: new Date(at), id };
  throw new InvalidInputError([
    { field: 'after', message: 'This is no cursor of this list: pass on one it gave.' },
  ]);
}

/** As JavaScript writes it, and nothing that it only reads: of `0` it makes the year 2000. */
function isMoment(text: string): boolean {
  const moment = new Date(text);
  return !Number.isNaN(moment.getTime()) && moment.toISOString() === text && /^\d/.test(text);
}
