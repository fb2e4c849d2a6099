import type { WorkItem } from './work-item.js';
import { compareWork } from './work-place.js';

/**
 * The first `limit` of what several sources gave, each the first `limit` of its own behind one and the same place: whatever
 * is left out stands behind all that is given. Pure.
 */
export function mergeWork(bySource: readonly (readonly WorkItem[])[], limit: number): readonly WorkItem[] {
  return bySource.flat().sort(compareWork).slice(0, limit);
}
