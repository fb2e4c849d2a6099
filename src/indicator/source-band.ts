/** How many independent sources a listing has, as far as it may be told, fewest first. */
export const SOURCE_BANDS = ['UNDER_THREE', 'THREE_TO_NINE', 'TEN_OR_MORE'] as const;

export type SourceBand = (typeof SOURCE_BANDS)[number];

/** The first count of the second and of the third band. */
const SEVERAL_FROM = 3;
const MANY_FROM = 10;

/**
 * The band of a count of independent sources. One and two are not told apart: to the member that is the second source,
 * the difference would name the first (product.md, rule 4).
 */
export function sourceBand(sourceCount: number): SourceBand {
  if (sourceCount >= MANY_FROM) return 'TEN_OR_MORE';
  return sourceCount >= SEVERAL_FROM ? 'THREE_TO_NINE' : 'UNDER_THREE';
}
