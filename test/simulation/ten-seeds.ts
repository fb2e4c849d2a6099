import { CI_PAUSE_DAYS } from '../../simulate/options.js';
import { simulate } from '../../simulate/simulate.js';
import { allOf, untakenOf } from '../../simulate/transitions.js';

const DAYS = 400;
const SEEDS = 10;

/** Steps of life cycles that take more seeds than CI has time for: `npm run simulate -- --seeds 100` takes them. */
const RARE = [
  'indicator DISPUTED > SUPERSEDED',
  'indicator SUPERSEDED > ACTIVE',
  'dispute APPEAL > PARTLY_UPHELD',
] as const;

/** What one ten leaves to the other, which takes it: by the first seed of the ten. No step stands in both. */
export const LEFT_TO_THE_OTHER: ReadonlyMap<number, readonly string[]> = new Map([
  [
    1,
    [
      'member SUSPENDED > LEFT',
      'notice ACKNOWLEDGED > FORWARDED',
      'notice ACKNOWLEDGED > ENDED',
      'dispute REVIEW > UPHELD',
      'dispute PARTLY_UPHELD > APPEAL',
    ],
  ],
  [
    11,
    [
      'merchant DISPUTED > UNLISTED',
      'indicator DISPUTED > DISPUTED',
      'hold REVIEW > ACTIVE',
      'dispute REJECTED > APPEAL',
    ],
  ],
]);

/** A title and a test for coalitions of ten seeds from `first` on: one file of ten and another of ten run side by side. */
export function tenSeedsFrom(
  first: number,
): readonly [title: string, run: () => Promise<void>, timeoutMs: number] {
  return [
    `holds product.md's rules for ${DAYS} days in coalitions of the seeds ${first} to ${first + SEEDS - 1}`,
    async () => {
      const runs = [];
      for (let seed = first; seed < first + SEEDS; seed += 1)
        runs.push(await simulate({ seed, days: DAYS, daysBetweenMax: CI_PAUSE_DAYS }));
      expect(runs.flatMap(({ seed, failure }) => (failure === null ? [] : [{ seed, failure }]))).toEqual([]);
      const left = new Set<string>([...RARE, ...(LEFT_TO_THE_OTHER.get(first) ?? [])]);
      const untaken = untakenOf(allOf(runs.map(({ transitions }) => transitions)));
      expect(untaken.filter((step) => !left.has(step))).toEqual([]);
    },
    900_000,
  ];
}
