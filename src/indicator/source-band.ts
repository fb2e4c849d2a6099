/**
 * How many members reported a merchant independently, besides any one of them, as far as it may be told: fewest first.
 */
export const SOURCE_BANDS = ['UNDER_THREE', 'THREE_TO_NINE', 'TEN_OR_MORE'] as const;

export type SourceBand = (typeof SOURCE_BANDS)[number];

/** The first count of the second and of the third band. */
const SEVERAL_FROM = 3;
const MANY_FROM = 10;

/**
 * The band of a count of independent members (countIndependentMembers). One of them is left out, for the reader may be one:
 * a band that counted it would tell a reader of two others how many they are (product.md, rule 4). It is the same for
 * every reader: an indicator has one version and one entry in the feed for all, and one that changed for a reader without
 * a reason that it sees would tell it that somebody had reported.
 */
export function sourceBand(independentMembers: number): SourceBand {
  const others = independentMembers - 1;
  if (others >= MANY_FROM) return 'TEN_OR_MORE';
  return others >= SEVERAL_FROM ? 'THREE_TO_NINE' : 'UNDER_THREE';
}
