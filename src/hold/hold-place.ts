import type { HoldId } from '../common/id.js';
import { decodeCursor, encodeCursor } from '../common/page.js';
import { InvalidInputError } from '../graphql/index.js';
import type { Hold } from './hold.js';

/** Where a list of holds goes on: behind this one. */
export interface HoldPlace {
  readonly placedAt: Date;
  readonly id: HoldId;
}

const PLACE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z [0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function holdCursor({ placedAt, id }: Hold): string {
  return encodeCursor([placedAt.toISOString(), id]);
}

/** Checked in form, for a forged one must not become an error of the database. */
export function holdPlaceOf(cursor: string): HoldPlace {
  const [placedAt, id] = decodeCursor(cursor, 2) ?? [];
  if (typeof placedAt === 'string' && typeof id === 'string' && PLACE.test(`${placedAt} ${id}`)) {
    const moment = new Date(placedAt);
    if (!Number.isNaN(moment.getTime())) return { placedAt: moment, id: id as HoldId };
  }
  throw new InvalidInputError([
    { field: 'after', message: 'This is no cursor of this list: pass on one it gave.' },
  ]);
}
