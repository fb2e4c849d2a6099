import { type Attack, FAILURES_MAX } from '../attack.js';
import { describeMutants, type MutantResult } from './mutant.js';
import { runMutants } from './run-mutants.js';
import { seededSample } from './seeded-sample.js';

/** Takes access rules out, one at a time, and has the access matrix tell. */
export const mutants: Attack = {
  about:
    'Each operation opened, each rule of a repository and each row policy taken out in turn: whether the access matrix tells. The count is of mutants, drawn by the seed where there are more.',
  countDefault: 1_000,
  run: async ({ count, seed, tell }) => {
    const { results, baselines } = await runMutants({ draw: seededSample(count, seed), tell });
    tell(describeMutants(results));
    const missed = results.filter(({ caughtBy }) => caughtBy === undefined);
    const kinds = ['operation', 'rule', 'policy'] as const;
    const told = (of: readonly MutantResult[]): string =>
      `${of.filter(({ caughtBy }) => caughtBy !== undefined).length} of ${of.length} caught`;
    return {
      figures: {
        ...Object.fromEntries(
          kinds.map((kind) => [kind, told(results.filter((each) => each.kind === kind))]),
        ),
        ...Object.fromEntries(
          Object.entries(baselines).map(([layer, failures]) => [
            `row-level part, ${layer}`,
            failures.length === 0 ? 'passes' : `${failures.length} failures`,
          ]),
        ),
      },
      failures: [
        ...Object.entries(baselines).flatMap(([layer, failures]) =>
          failures.map((failure) => `${layer}: ${failure}`),
        ),
        ...missed.map(({ kind, name }) => `The matrix does not tell that the ${kind} ${name} is gone.`),
      ].slice(0, FAILURES_MAX),
    };
  },
};
