import type { SimulationReport } from './simulate.js';
import { allOf, untakenOf } from './transitions.js';

/** What several runs came to, as lines to read. */
export function describeRuns(runs: readonly SimulationReport[], seconds: number): string {
  const steps = added(runs.map((run) => Object.entries(run.steps)));
  const held = [...added(runs.map((run) => [...run.held]))].sort(
    ([one], [other]) => Number(one) - Number(other),
  );
  const transitions = allOf(runs.map((run) => run.transitions));
  const untaken = untakenOf(transitions);
  const failed = runs.filter(({ failure }) => failure !== null);
  const sum = [...steps.values()].reduce((all, count) => all + count, 0);
  const deaths = runs.reduce((all, { workerDeaths }) => all + workerDeaths, 0);
  return [
    `${runs.length} runs, ${sum} steps, ${deaths} deaths of workers, ${seconds.toFixed(0)} s`,
    `seeds: ${runs.map(({ seed }) => seed).join(', ')}`,
    `steps: ${listed(steps)}`,
    `transitions: ${listed(transitions)}`,
    `untaken: ${untaken.length === 0 ? 'none' : untaken.join(', ')}`,
    `rules held against something: ${listed(held.map(([rule, count]) => [`rule ${rule}`, count] as const))}`,
    ...failed.map(({ seed, failure }) => `seed ${seed} FAILED: ${failure ?? ''}`),
    failed.length === 0 ? 'every rule held' : `${failed.length} runs failed`,
  ].join('\n');
}

function added(counts: readonly (readonly (readonly [string, number])[])[]): Map<string, number> {
  const sum = new Map<string, number>();
  for (const [name, count] of counts.flat()) sum.set(name, (sum.get(name) ?? 0) + count);
  return sum;
}

function listed(counts: Iterable<readonly [string, number]>): string {
  return [...counts].map(([name, count]) => `${name} ${count}`).join(', ');
}
