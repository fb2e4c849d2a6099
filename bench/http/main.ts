import { leaveJson, runCommand } from '../command/run-command.js';
import { describeFigures } from './describe-figures.js';
import { readOptions, USAGE } from './options.js';
import { runBench } from './run-bench.js';

await runCommand(USAGE, async ({ args, cleanup, say }) => {
  const options = readOptions(args);
  const figures = await runBench(options, cleanup, say);
  await leaveJson(options.json, figures);
  return describeFigures(figures);
});
