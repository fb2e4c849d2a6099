import type { SimulationReport } from './simulate.js';
import { allOf } from './transitions.js';

/** What several runs came to, as lines to read. */
export function describeRuns(runs: readonly SimulationReport[], seconds: number): string {
  const steps = new Map<string, number>();
  for (const run of runs) {
    for (const [name, count] of Object.entries(run.steps)) steps.set(name, (steps.get(name) ?? 0) + count);
  }
  const transitions = allOf(runs.map((run) => run.transitions));
  const untaken = [...transitions].filter(([, count]) => count === 0).map(([name]) => name);
  const failed = runs.filter(({ failure }) => failure !== null);
  const sum = [...steps.values()].reduce((all, count) => all + count, 0);
  const deaths = runs.reduce((all, { workerDeaths }) => all + workerDeaths, 0);
  return [
    `${runs.length} runs, ${sum} steps, ${deaths} deaths of workers, ${seconds.toFixed(0)} s`,
    `steps: ${listed(steps)}`,
    `transitions: ${listed(transitions)}`,
    `untaken: ${untaken.length === 0 ? 'none' : untaken.join(', ')}`,
    ...failed.map(({ seed, failure }) => `seed ${seed} FAILED: ${failure ?? ''}`),
    failed.length === 0 ? 'every rule held' : `${failed.length} runs failed`,
  ].join('\n');
}

function listed(counts: Iterable<readonly [string, number]>): string {
  return [...counts].map(([name, count]) => `${name} ${count}`).join(', ');
}
