import { decodeCursor, encodeCursor } from '../common/page.js';
import { notACursor, timeCursor, timePlace } from '../graphql/index.js';
import type { Alert } from './alert.js';

/** Where a list of alerts goes on: behind this one. */
export interface AlertPlace {
  readonly critical: boolean;
  readonly raisedAt: Date;
  readonly id: string;
}

export function alertCursor({ urgency, raisedAt, id }: Alert): string {
  return encodeCursor([urgency === 'CRITICAL' ? 1 : 0, timeCursor({ at: raisedAt, id })]);
}

/** @throws InvalidInputError where it is no cursor of this list. */
export function alertPlaceOf(cursor: string): AlertPlace {
  const [critical, place] = decodeCursor(cursor, 2) ?? [];
  if ((critical !== 0 && critical !== 1) || typeof place !== 'string') throw notACursor();
  const { at, id } = timePlace(place);
  return { critical: critical === 1, raisedAt: at, id };
}
