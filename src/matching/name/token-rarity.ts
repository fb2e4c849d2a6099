/**
 * How rare a word is among names, in bits: -log2 of the share of names that hold it. A word that one name in a thousand
 * holds has about 10 bits. The word is in ASCII capitals, as `nameWords` gives it.
 */
export type TokenRarity = (token: string) => number;

/** Below this a word says nothing; it keeps a name of nothing but general words from weighing nothing at all. */
export const RARITY_BITS_MIN = 0.5;
/** Above this no background of names can tell how rare a word is. */
export const RARITY_BITS_MAX = 16;

/** The rarity of a word within the bounds that are reckoned with. */
export function boundedRarity(rarity: TokenRarity, token: string): number {
  return Math.min(RARITY_BITS_MAX, Math.max(RARITY_BITS_MIN, rarity(token)));
}

/**
 * Rarity from counted names: `counts` says how many of `total` names hold the word. A word not counted is as rare as one
 * that half a name holds, so no word of this background is rarer than log2(2 * total) bits.
 */
export function rarityFromCounts(counts: ReadonlyMap<string, number>, total: number): TokenRarity {
  const names = Math.max(1, total);
  const bitsOf = (count: number): number => Math.log2((names + 0.5) / Math.max(0.5, count));
  const bits = new Map(Array.from(counts, ([token, count]) => [token, bitsOf(count)]));
  const unknown = bitsOf(0);
  return (token) => bits.get(token) ?? unknown;
}
