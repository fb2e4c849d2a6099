import { writeFile } from 'node:fs/promises';

import { Cleanup } from './cleanup.js';
import { UsageError } from './read-options.js';

const EXIT_USAGE = 2;
/** Of a process that was interrupted: 128 and the number of SIGINT. */
const EXIT_INTERRUPTED = 130;

/** What a command is given to work with. */
export interface CommandTools {
  /** The command line without the program. */
  readonly args: readonly string[];
  /** Stops what was started: at the end, at a failure, and where the command is interrupted. */
  readonly cleanup: Cleanup;
  /** Tells how far it is, beside the figures. */
  readonly say: (line: string) => void;
}

/**
 * Runs a command to its end: figures go to the standard output, progress to standard error. A command line that cannot
 * be followed is answered with what is wrong and the usage, and ends the process with 2.
 */
export async function runCommand(
  usage: string,
  work: (tools: CommandTools) => Promise<string> | string,
): Promise<void> {
  const cleanup = new Cleanup();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void cleanup.run().finally(() => process.exit(EXIT_INTERRUPTED));
    });
  }
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  try {
    const figures = await work({ args: process.argv.slice(2), cleanup, say });
    process.stdout.write(`\n${figures}\n`);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n\n${usage}\n`);
    process.exitCode = EXIT_USAGE;
  } finally {
    await cleanup.run();
  }
}

/** Leaves figures as JSON, where a file for them was named. */
export async function leaveJson(path: string | undefined, figures: unknown): Promise<void> {
  if (path !== undefined) await writeFile(path, `${JSON.stringify(figures, null, 2)}\n`);
}
