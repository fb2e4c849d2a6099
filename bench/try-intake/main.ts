import { leaveJson, runCommand } from '../command/run-command.js';
import { describeTry } from './describe-try.js';
import { readOptions, USAGE } from './options.js';
import { runTry } from './run-try.js';

const EXIT_FAILED = 1;

await runCommand(USAGE, async ({ args, cleanup, say }) => {
  const options = readOptions(args);
  const figures = await runTry(options, cleanup, say);
  await leaveJson(options.json, figures);
  if (!figures.passed) process.exitCode = EXIT_FAILED;
  return describeTry(figures).join('\n');
});
