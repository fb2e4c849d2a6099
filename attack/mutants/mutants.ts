import { type Attack, FAILURES_MAX } from '../attack.js';
import { BEYOND_THE_MATRIX, POLICIES_ALONE } from './beyond-the-matrix.js';
import { describeMutants, type MutantResult } from './mutant.js';
import { type MutantsReport, runMutants } from './run-mutants.js';
import { seededSample } from './seeded-sample.js';

/**
 * From so many mutants on a run is a whole one: it tries row policies too, each of which concerns half of the matrix, and
 * shows that each layer alone suffices.
 */
const WHOLE_FROM = 100;

/** Takes access rules out, one at a time, and has the access matrix tell. */
export const mutants: Attack = {
  about:
    'Each operation opened, each rule of a repository and each row policy taken out in turn: whether the access matrix tells. The count is of mutants, drawn by the seed where there are more.',
  countDefault: 1_000,
  run: async ({ count, seed, tell }) => {
    const isWhole = count >= WHOLE_FROM;
    const { results, baselines } = judged(
      await runMutants({
        draw: (all) =>
          seededSample(count, seed)(isWhole ? all : all.filter((name) => !name.startsWith('policy'))),
        withBaselines: isWhole,
        tell,
      }),
    );
    tell(describeMutants(results));
    const told = results.filter(({ caughtBy }) => caughtBy !== undefined);
    const missed = results.filter(({ caughtBy }) => caughtBy === undefined);
    const unexplained = missed.filter((each) => BEYOND_THE_MATRIX[keyOf(each)] === undefined);
    const stale = told.filter((each) => BEYOND_THE_MATRIX[keyOf(each)] !== undefined);
    const kinds = ['operation', 'rule', 'policy'] as const;
    return {
      figures: {
        ...Object.fromEntries(
          kinds.map((kind) => [kind, describeKind(results.filter((each) => each.kind === kind))]),
        ),
        ...Object.fromEntries(
          Object.entries(isWhole ? baselines : {}).map(([layer, failures]) => [
            `row-level part, ${layer}`,
            failures.length === 0 ? 'passes' : `${failures.length} failures`,
          ]),
        ),
      },
      failures: [
        ...Object.entries(baselines).flatMap(([layer, failures]) =>
          failures.map((failure) => `${layer}: ${failure}`),
        ),
        ...unexplained.map((each) => `The matrix does not tell that the ${keyOf(each)} is gone.`),
        ...stale.map(
          (each) => `The matrix tells that the ${keyOf(each)} is gone: take it out of beyond-the-matrix.ts.`,
        ),
      ].slice(0, FAILURES_MAX),
    };
  },
};

/** The same without what is explained. */
function judged({ results, baselines }: MutantsReport): MutantsReport {
  const policiesAlone = baselines['policies alone'].filter(
    (failure) => !POLICIES_ALONE.some(([beginning]) => failure.startsWith(beginning)),
  );
  return { results, baselines: { ...baselines, 'policies alone': policiesAlone } };
}

function keyOf({ kind, name }: MutantResult): string {
  return `${kind} ${name}`;
}

function describeKind(results: readonly MutantResult[]): string {
  const caught = results.filter(({ caughtBy }) => caughtBy !== undefined);
  const alone = caught.filter(({ how }) => how === undefined);
  const beyond = results.filter((each) => BEYOND_THE_MATRIX[keyOf(each)] !== undefined);
  return `${caught.length} of ${results.length} caught (${alone.length} alone), ${beyond.length} beyond the matrix`;
}
