import type { IsShared } from './gather-evidence.js';
import type { Group } from './group.js';
import { at, type KeyIndex } from './key-index.js';

/** Two clusters that would have more members together are for a person to join, if only a unique value does not. */
export const JOINED_MEMBERS_MAX = 100;

/** What keeps two clusters apart that their values would link. */
export type Unsupported = 'BRIDGE' | 'OUTSIZE';

/**
 * What keeps two clusters apart that a value less than unique would link, or undefined.
 *
 * BRIDGE: they do not hang together by more than one report (isTiedTwice). OUTSIZE: they would be too many. A report by
 * itself is no cluster; it may join by one value.
 */
export function unsupported(
  a: Group,
  b: Group,
  index: KeyIndex,
  isShared: IsShared,
): Unsupported | undefined {
  if (a.members.length === 1 || b.members.length === 1) return undefined;
  if (!isTiedTwice(a, b, index, isShared)) return 'BRIDGE';
  return a.members.length + b.members.length > JOINED_MEMBERS_MAX ? 'OUTSIZE' : undefined;
}

/**
 * Whether two clusters hang together by more than one report: at least two pairs of reports, one of each cluster, hold a
 * value in common that links, no report is in all of them, and they come from different reporters.
 *
 * Where a single report ties two clusters that were whole without it, it may be about both, or mistaken: it is a bridge,
 * and for a person to look at.
 */
function isTiedTwice(a: Group, b: Group, index: KeyIndex, isShared: IsShared): boolean {
  const [few, many] = a.members.length <= b.members.length ? [a, b] : [b, a];
  const other = new Set(many.members);
  const tied = new Set<number>();
  const tiedTo = new Set<number>();
  const reporters = new Set<string>();
  for (const place of few.members) {
    for (const { key, holders } of at(index.entries, place).linkKeys) {
      if (isShared(key.hash)) continue;
      for (const holder of holders) {
        if (!other.has(holder)) continue;
        tied.add(place);
        tiedTo.add(holder);
        reporters.add(reporterOf(place, index)).add(reporterOf(holder, index));
        if (tied.size > 1 && tiedTo.size > 1 && reporters.size > 1) return true;
      }
    }
  }
  return false;
}

function reporterOf(place: number, { entries }: KeyIndex): string {
  const { reporterId, id } = at(entries, place).description;
  return reporterId ?? id;
}
