import { NIL_ID } from '../common/id-in.js';
import type { WorkKind } from './work-kind.js';
import type { WorkPlace } from './work-place.js';
import type { Rank } from './work-source.js';

/** Behind what a source is to go on, by what it orders by itself; the times as the database reads them. */
export interface PlaceWithin {
  readonly critical: boolean;
  readonly due: string;
  readonly since: string;
  readonly id: string;
}

const START: PlaceWithin = { critical: true, due: '-infinity', since: '-infinity', id: NIL_ID };

/** Behind every id. */
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

/**
 * What a place in the whole list is within one source: what stands behind the one stands behind the other, by the order of
 * compareWork. A source knows only what it is ranked by; nothing else of it is critical, or has a deadline. Pure.
 */
export function placeWithin(
  { kind, ranks }: { readonly kind: WorkKind; readonly ranks: readonly Rank[] },
  place: WorkPlace | undefined,
): PlaceWithin {
  if (place === undefined || (place.critical && !ranks.includes('critical'))) return START;
  const { critical, due, since, objectId } = place;
  if (due !== null && !ranks.includes('due')) return { ...START, critical };
  const among = kind > place.kind ? NIL_ID : LAST_ID;
  return {
    critical,
    due: due === null ? 'infinity' : timeOf(due),
    since: timeOf(since),
    id: kind === place.kind ? objectId : among,
  };
}

/** A moment in microseconds since 1970, to the microsecond. */
function timeOf(micros: number): string {
  const seconds = new Date(Math.floor(micros / 1_000_000) * 1_000).toISOString().slice(0, 19);
  return `${seconds}.${String(micros % 1_000_000).padStart(6, '0')}Z`;
}
