import { decodeCursor, encodeCursor } from '../common/page.js';
import { notACursor, timeCursor, timePlace } from '../graphql/index.js';
import type { Notice } from './notice.js';

/** Where a list of notices goes on: behind this one. */
export interface NoticePlace {
  readonly critical: boolean;
  readonly raisedAt: Date;
  readonly id: string;
}

export function noticeCursor({ id, alert }: Notice): string {
  return encodeCursor([alert.urgency === 'CRITICAL' ? 1 : 0, timeCursor({ at: alert.raisedAt, id })]);
}

/** @throws InvalidInputError where it is no cursor of this list. */
export function noticePlaceOf(cursor: string): NoticePlace {
  const [critical, place] = decodeCursor(cursor, 2) ?? [];
  if ((critical !== 0 && critical !== 1) || typeof place !== 'string') throw notACursor();
  const { at, id } = timePlace(place);
  return { critical: critical === 1, raisedAt: at, id };
}
