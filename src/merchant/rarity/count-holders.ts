import type { MerchantId } from '../../common/id.js';
import type { Rarity } from '../../matching/index.js';
import { countUnrelated } from './count-unrelated.js';
import { boundedHolders, type HeldValue, heldName } from './held-values.js';
import { wordsOf } from './word-tally.js';

/** A description that holds a key; or no description, where the key is known to be shared. */
export interface HolderRow {
  readonly key: string;
  readonly shared: boolean;
  readonly merchantId: MerchantId | null;
  readonly names: readonly string[] | null;
}

/**
 * How many unrelated merchants hold each value, by `heldName`; Infinity for one that is known to be shared. A value has no
 * more holders than the key of it that fewest hold. Of a merchant with several descriptions all names count together.
 *
 * Pure; independent of the order of the rows.
 */
export function countHolders(
  values: readonly HeldValue[],
  rows: readonly HolderRow[],
  words: Rarity['token'],
): ReadonlyMap<string, number> {
  const byKey = Map.groupBy(rows, ({ key }) => key);
  const shared = new Set(rows.filter((row) => row.shared).map(({ key }) => key));
  const counts = new Map([...byKey].map(([key, own]) => [key, holdersOf(own, words)]));
  return new Map(
    values.map(({ kind, value, exact, retrieval }) => {
      const holders = Math.min(...[...exact, ...retrieval].map((key) => counts.get(key) ?? 0));
      const isShared = exact.some((key) => shared.has(key));
      return [heldName(kind, value), isShared ? Infinity : boundedHolders(kind, holders)];
    }),
  );
}

function holdersOf(rows: readonly HolderRow[], words: Rarity['token']): number {
  const namesOf = new Map<string, Set<string>>();
  for (const { merchantId, names } of rows) {
    if (merchantId === null) continue;
    const known = namesOf.get(merchantId) ?? new Set();
    for (const name of names ?? []) for (const word of wordsOf(name)) known.add(word);
    namesOf.set(merchantId, known);
  }
  return countUnrelated(namesOf.values(), words);
}
