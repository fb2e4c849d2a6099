import { simulate } from '../../simulate/simulate.js';
import { allOf } from '../../simulate/transitions.js';

const DAYS = 400;
/** Quieter than by command, where it is a week: CI has other things to do. */
const DAYS_BETWEEN_MAX = 28;
const SEEDS = 10;

/** A title and a test for coalitions of ten seeds from `first` on: one file of ten and another of ten run side by side. */
export function tenSeedsFrom(
  first: number,
): readonly [title: string, run: () => Promise<void>, timeoutMs: number] {
  return [
    `holds product.md's rules for ${DAYS} days in coalitions of the seeds ${first} to ${first + SEEDS - 1}`,
    async () => {
      const runs = [];
      for (let seed = first; seed < first + SEEDS; seed += 1)
        runs.push(await simulate({ seed, days: DAYS, daysBetweenMax: DAYS_BETWEEN_MAX }));
      expect(runs.flatMap(({ seed, failure }) => (failure === null ? [] : [{ seed, failure }]))).toEqual([]);
      const untaken = [...allOf(runs.map(({ transitions }) => transitions))].filter(
        ([, count]) => count === 0,
      );
      console.log(
        `Steps of life cycles that these ten took no one of: ${untaken.map(([step]) => step).join(', ')}`,
      );
    },
    900_000,
  ];
}
