import { Command, CommanderError } from 'commander';
import { CliError } from './cli-error.js';
import type { CliContext } from './command/define-command.js';
import { EXIT_CODE, type ExitCode } from './exit-code.js';
import { say } from './terminal.js';

/** How an error is told: a plain sentence, and what the shell is told. */
export interface Explanation {
  readonly sentence: string;
  readonly exitCode: ExitCode;
}

/** A program that writes to the context's terminal and gives its exit code back instead of ending the process. */
export function newProgram(name: string, description: string, { terminal }: CliContext): Command {
  return (
    new Command(name)
      .description(description)
      .helpCommand(false)
      .exitOverride()
      // Options belong to the command that they stand behind: "screen" and "screen file" share some names.
      .enablePositionalOptions()
      .showHelpAfterError(`(${name} ... -h explains and gives examples)`)
      .configureOutput({
        writeOut: (text) => terminal.stdout.write(text),
        writeErr: (text) => terminal.stderr.write(text),
      })
  );
}

/** Runs a program whose commands leave their exit code in the context. Errors that are none of ours go to `explain`. */
export async function runProgram(
  program: Command,
  args: readonly string[],
  context: CliContext,
  explain: (error: unknown) => Explanation,
): Promise<ExitCode> {
  try {
    await program.parseAsync(args, { from: 'user' });
    return context.exitCode;
  } catch (error) {
    // Commander has told its own errors, and help is one of them.
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_CODE.done : EXIT_CODE.usage;
    const { sentence, exitCode } =
      error instanceof CliError ? { sentence: error.message, exitCode: error.exitCode } : explain(error);
    say(context.terminal, sentence);
    return exitCode;
  }
}
