import { type IdByKind, type IdKind, toGlobalId } from '../../common/id.js';
import { momentOf, type WorkItem } from '../work-item.js';
import { WORK } from '../work-kind.js';
import type { WorkItemType } from './work.types.js';

/** Work as the schema has it, at the moment `now`. At the very moment of its deadline it is overdue. */
export function toWorkItem(item: WorkItem, now: Date): WorkItemType {
  const { kind, critical, since, due } = item;
  const objectId = toGlobalId(WORK[kind].object, item.objectId as IdByKind[IdKind]);
  const dueAt = due === null ? null : momentOf(due);
  return {
    id: `${kind}:${objectId}`,
    kind,
    objectId,
    urgency: critical ? 'CRITICAL' : 'NORMAL',
    waitingSince: momentOf(since),
    dueAt,
    overdue: dueAt !== null && dueAt <= now,
    item,
  };
}
