import { writeFile } from 'node:fs/promises';
import { Cleanup } from '../http/cleanup.js';
import { readOptions, USAGE, UsageError } from './options.js';
import { runScale } from './run-scale.js';
import { describeScale } from './scale-figures.js';

const EXIT_USAGE = 2;
/** Of a process that was interrupted: 128 and the number of SIGINT. */
const EXIT_INTERRUPTED = 130;

const cleanup = new Cleanup();
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void cleanup.run().finally(() => process.exit(EXIT_INTERRUPTED));
  });
}

try {
  const options = readOptions(process.argv.slice(2));
  const figures = await runScale(options, cleanup, (line) => process.stderr.write(`${line}\n`));
  if (options.json !== undefined) await writeFile(options.json, `${JSON.stringify(figures, null, 2)}\n`);
  process.stdout.write(`\n${describeScale(figures)}\n`);
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  process.stderr.write(`${error.message}\n\n${USAGE}\n`);
  process.exitCode = EXIT_USAGE;
} finally {
  await cleanup.run();
}
