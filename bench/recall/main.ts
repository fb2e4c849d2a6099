import { leaveJson, runCommand } from '../command/run-command.js';
import { readOptions, USAGE } from './options.js';
import { describeRecall } from './recall-figures.js';
import { runRecall } from './run-recall.js';

await runCommand(USAGE, async ({ args, cleanup, say }) => {
  const options = readOptions(args);
  const figures = await runRecall(options, cleanup, say);
  await leaveJson(options.json, figures);
  return describeRecall(figures);
});
