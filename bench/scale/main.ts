import { leaveJson, runCommand } from '../command/run-command.js';
import { readOptions, USAGE } from './options.js';
import { runScale } from './run-scale.js';
import { describeScale } from './scale-figures.js';

await runCommand(USAGE, async ({ args, cleanup, say }) => {
  const options = readOptions(args);
  const figures = await runScale(options, cleanup, say);
  await leaveJson(options.json, figures);
  return describeScale(figures);
});
