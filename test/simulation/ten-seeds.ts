import { CI_PAUSE_DAYS } from '../../simulate/options.js';
import { simulate } from '../../simulate/simulate.js';
import { allOf, untakenOf } from '../../simulate/transitions.js';

const DAYS = 400;
const SEEDS = 10;

/** A title and a test for coalitions of ten seeds from `first` on: one file of ten and another of ten run side by side. */
export function tenSeedsFrom(
  first: number,
): readonly [title: string, run: () => Promise<void>, timeoutMs: number] {
  return [
    `holds product.md's rules for ${DAYS} days in coalitions of the seeds ${first} to ${first + SEEDS - 1}, which take every step`,
    async () => {
      const runs = [];
      for (let seed = first; seed < first + SEEDS; seed += 1)
        runs.push(await simulate({ seed, days: DAYS, daysBetweenMax: CI_PAUSE_DAYS }));
      expect(runs.flatMap(({ seed, failure }) => (failure === null ? [] : [{ seed, failure }]))).toEqual([]);
      expect(untakenOf(allOf(runs.map(({ transitions }) => transitions)))).toEqual([]);
    },
    900_000,
  ];
}
