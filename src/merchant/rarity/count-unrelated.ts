import type { Rarity } from '../../matching/index.js';

/** Two names with a word in common that no more than one name in 128 holds are taken for one merchant's. */
const RELATING_BITS = 7;

/**
 * How many unrelated merchants hold a value, by the words of each holder's names: holders that have a rare word in common
 * count as one, for what is reported of one seller often has not come together yet. Of names of general words alone only
 * equal ones are one. A holder without a name is not counted: nothing says that it is a stranger.
 *
 * Pure; independent of the order of the holders.
 */
export function countUnrelated(holders: Iterable<ReadonlySet<string>>, rarity: Rarity['token']): number {
  let groups: ReadonlySet<string>[] = [];
  for (const words of holders) {
    if (words.size === 0) continue;
    const rare = [...words].filter((word) => rarity(word) >= RELATING_BITS);
    const telling = rare.length > 0 ? rare : [[...words].sort().join(' ')];
    const related = groups.filter((group) => telling.some((word) => group.has(word)));
    const joined = new Set([...telling, ...related.flatMap((group) => [...group])]);
    groups = [...groups.filter((group) => !related.includes(group)), joined];
  }
  return groups.length;
}
