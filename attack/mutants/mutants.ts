import { type Attack, FAILURES_MAX } from '../attack.js';
import { caughtBy, describeKind, describeMutants } from './mutant.js';
import { POLICIES_ALONE } from './policies-alone.js';
import { type BaselineName, type MutantsReport, runMutants } from './run-mutants.js';
import { seededSample } from './seeded-sample.js';

/**
 * From so many mutants on a run is a whole one: it tries row policies too, each of which concerns half of the matrix, and
 * shows that each layer alone suffices.
 */
const WHOLE_FROM = 100;

/** Takes access rules out, one at a time, and has the access matrix tell. */
export const mutants: Attack = {
  about:
    'Each operation opened, each rule of a repository and each row policy taken out in turn: whether the access matrix tells, or the rows and statements that are asked directly. The count is of mutants, drawn by the seed where there are more; --only tries those with a text in their names.',
  countDefault: 1_000,
  run: async ({ count, seed, only, tell }) => {
    const isWhole = count >= WHOLE_FROM && only === undefined;
    const { results, baselines } = await runMutants({
      draw: (all) => drawn({ count, seed, only }, all),
      withBaselines: isWhole,
      tell,
    });
    const layers = Object.entries(isWhole ? explained(baselines) : baselines);
    tell(`\n${describeMutants(results)}`);
    const missed = results.filter((each) => caughtBy(each) === undefined);
    const kinds = ['operation', 'rule', 'policy'] as const;
    return {
      figures: {
        ...Object.fromEntries(
          kinds.map((kind) => [kind, describeKind(results.filter((each) => each.kind === kind))]),
        ),
        ...Object.fromEntries(
          (isWhole ? layers : []).map(([layer, failures]) => [
            layer,
            failures.length === 0 ? 'passes' : `${failures.length} failures`,
          ]),
        ),
      },
      failures: [
        ...layers.flatMap(([layer, failures]) => failures.map((failure) => `${layer}: ${failure}`)),
        ...missed.map(({ kind, name }) => `Nothing tells that the ${kind} ${name} is gone.`),
      ].slice(0, FAILURES_MAX),
    };
  },
};

interface Drawing {
  readonly count: number;
  readonly seed: number;
  readonly only: string | undefined;
}

/** A run that is not whole leaves row policies to test/rows/every-row.spec.ts, but for those that are asked for. */
function drawn({ count, seed, only }: Drawing, all: readonly string[]): readonly string[] {
  if (only !== undefined) return all.filter((name) => name.includes(only));
  return seededSample(
    count,
    seed,
  )(count >= WHOLE_FROM ? all : all.filter((name) => !name.startsWith('policy')));
}

/** What the layers fail at without what is explained, and explanations of what does not happen. */
function explained(baselines: MutantsReport['baselines']): Readonly<Record<BaselineName, readonly string[]>> {
  const failures = baselines['policies alone'];
  const beginnings = POLICIES_ALONE.map(([beginning]) => beginning);
  return {
    ...baselines,
    'policies alone': [
      ...failures.filter((failure) => !beginnings.some((beginning) => failure.startsWith(beginning))),
      ...beginnings
        .filter((beginning) => !failures.some((failure) => failure.startsWith(beginning)))
        .map((beginning) => `"${beginning}" does not happen any more: take it out of policies-alone.ts`),
    ],
  };
}
