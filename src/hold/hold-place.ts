import type { HoldId } from '../common/id.js';
import { timeCursor, timePlace } from '../graphql/index.js';
import type { Hold } from './hold.js';

/** Where a list of holds goes on: behind this one. */
export interface HoldPlace {
  readonly placedAt: Date;
  readonly id: HoldId;
}

export function holdCursor({ placedAt, id }: Hold): string {
  return timeCursor({ at: placedAt, id });
}

/** @throws InvalidInputError where it is no cursor of this list. */
export function holdPlaceOf(cursor: string): HoldPlace {
  const { at, id } = timePlace(cursor);
  return { placedAt: at, id: id as HoldId };
}
