import { runCommand } from '../bench/command/run-command.js';
import { startTestServer } from '../test/support/test-server.js';
import { describeRuns } from './describe.js';
import { readOptions, USAGE } from './options.js';
import { simulate, type SimulationReport } from './simulate.js';

await runCommand(USAGE, async ({ args, cleanup, say }) => {
  const { seed, seeds, days, pause } = readOptions(args);
  cleanup.add(await startTestServer());
  say(
    `seed ${seed}, ${seeds} runs of ${days} days, at most ${pause} days between two on which something happens`,
  );
  const startedAt = performance.now();
  const runs: SimulationReport[] = [];
  for (let each = 0; each < seeds; each += 1) {
    const run = await simulate({ seed: seed + each, days, daysBetweenMax: pause });
    runs.push(run);
    const steps = Object.values(run.steps).reduce((all, count) => all + count, 0);
    say(`seed ${run.seed}: ${run.members} members, ${steps} steps, ${told(run)}`);
  }
  if (runs.some(({ failure }) => failure !== null)) process.exitCode = 1;
  return describeRuns(runs, (performance.now() - startedAt) / 1000);
});

/** At once, for the last of many runs comes hours after the first. */
function told({ failure }: SimulationReport): string {
  return failure === null ? 'held' : `FAILED: ${failure}`;
}
