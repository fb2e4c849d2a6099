import { runCommand } from '../bench/command/run-command.js';
import { describeRuns } from './describe.js';
import { readOptions, USAGE } from './options.js';
import type { SimulationReport } from './simulate.js';
import { Workers } from './workers.js';

await runCommand(USAGE, async ({ args, cleanup, say }) => {
  const { seed, seeds, days, pause, workers } = readOptions(args);
  const processes = cleanup.add(new Workers(Math.min(workers, seeds)));
  say(
    `seed ${seed}, ${seeds} runs of ${days} days, at most ${pause} days between two on which something happens`,
  );
  const startedAt = performance.now();
  const asked = Array.from({ length: seeds }, (_none, each) => ({
    ...{ seed: seed + each, days, daysBetweenMax: pause },
  }));
  const runs = await processes.run(asked, (run) => {
    const steps = Object.values(run.steps).reduce((all, count) => all + count, 0);
    say(`seed ${run.seed}: ${run.members} members, ${steps} steps, ${told(run)}`);
  });
  if (runs.some(({ failure }) => failure !== null)) process.exitCode = 1;
  return describeRuns(runs, (performance.now() - startedAt) / 1000);
});

/** At once, for the last of many runs comes hours after the first. */
function told({ failure }: SimulationReport): string {
  return failure === null ? 'held' : `FAILED: ${failure}`;
}
