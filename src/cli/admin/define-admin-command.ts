import type { Command } from 'commander';

export interface AdminCommandText {
  readonly summary: string;
  readonly examples: readonly (readonly [line: string, does: string])[];
}

/** What every command of cordon-admin takes. */
export interface AdminOptions {
  readonly json?: true;
}

/** Adds a command with its `-h` text and `--json`. */
export function defineAdminCommand(parent: Command, signature: string, text: AdminCommandText): Command {
  const examples = text.examples.map(([line, does]) => `  $ ${line}\n      ${does}`).join('\n');
  return parent
    .command(signature)
    .summary(text.summary)
    .description(text.summary)
    .option('--json', 'print the result as JSON on standard output, and nothing else there')
    .addHelpText('after', `\nExamples:\n${examples}`);
}
