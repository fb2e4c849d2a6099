import { decodeCursor, encodeCursor } from '../common/page.js';
import { isUuid, notACursor } from '../graphql/index.js';
import type { WorkItem } from './work-item.js';
import { WORK_KINDS, type WorkKind } from './work-kind.js';

/** Where a list of work goes on: behind this. */
export type WorkPlace = Pick<WorkItem, 'critical' | 'due' | 'since' | 'kind' | 'objectId'>;

/** What stands in a cursor where there is no deadline: no time is before 1970. */
const NO_DEADLINE = -1;

export function workCursor({ critical, due, since, kind, objectId }: WorkPlace): string {
  return encodeCursor([critical ? 1 : 0, due ?? NO_DEADLINE, since, kind, objectId]);
}

/**
 * The place that a cursor stands for. Checked whole, for a forged one must not become an error of the database.
 *
 * @throws InvalidInputError where it is no cursor of this list.
 */
export function workPlaceOf(cursor: string): WorkPlace {
  const [critical, due, since, kind, objectId] = decodeCursor(cursor, 5) ?? [];
  const fits = (critical === 0 || critical === 1) && (due === NO_DEADLINE || isTime(due)) && isTime(since);
  if (!fits || !isWorkKind(kind) || !isUuid(objectId)) throw notACursor();
  return { critical: critical === 1, due: due === NO_DEADLINE ? null : due, since, kind, objectId };
}

/**
 * What is to be done first: where a child is at risk; then what is due first, and what has no deadline last; then what has
 * waited longest. Negative: `a` stands before `b`. Pure; the statements of work-source.ts order alike, each within its kind.
 */
export function compareWork(a: WorkPlace, b: WorkPlace): number {
  if (a.critical !== b.critical) return a.critical ? -1 : 1;
  if (a.due !== b.due) return (a.due ?? Infinity) - (b.due ?? Infinity);
  if (a.since !== b.since) return a.since - b.since;
  if (a.kind !== b.kind) return a.kind < b.kind ? -1 : 1;
  return a.objectId < b.objectId ? -1 : Number(a.objectId > b.objectId);
}

/** The last moment that the database reads back: far behind any that it gives. */
const TIME_MAX = Date.UTC(9999, 0) * 1_000;

function isTime(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0 && Number(value) <= TIME_MAX;
}

function isWorkKind(value: unknown): value is WorkKind {
  return WORK_KINDS.some((kind) => kind === value);
}
