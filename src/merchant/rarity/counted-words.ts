/**
 * Over what words are counted. REGISTER: every active description, for resolution, whose scores only analysts see.
 * COALITION: listed merchants as every member may see them, for screening, whose scores members see: what is hidden from
 * any of them must not move an answer (product.md, rule 3).
 */
export const COUNT_EXTENTS = ['REGISTER', 'COALITION'] as const;

export type CountExtent = (typeof COUNT_EXTENTS)[number];

/** How many of `merchants` hold each word in a name. A word that is not here is held by hardly any. */
export interface CountedWords {
  readonly merchants: number;
  readonly holders: ReadonlyMap<string, number>;
}

/** What is known of a register that has not been counted yet. */
export const NOTHING_COUNTED: CountedWords = { merchants: 0, holders: new Map() };
