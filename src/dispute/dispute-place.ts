import type { DisputeId } from '../common/id.js';
import { timeCursor, timePlace } from '../graphql/index.js';
import type { Dispute } from './dispute.js';

/** Where a list of disputes goes on: behind this one. */
export interface DisputePlace {
  readonly filedAt: Date;
  readonly id: DisputeId;
}

export function disputeCursor({ filedAt, id }: Dispute): string {
  return timeCursor({ at: filedAt, id });
}

/** @throws InvalidInputError where it is no cursor of this list. */
export function disputePlaceOf(cursor: string): DisputePlace {
  const { at, id } = timePlace(cursor);
  return { filedAt: at, id: id as DisputeId };
}
