import { EXIT_CODE } from '../exit-code.js';
import { say } from '../terminal.js';
import type { CliContext } from './define-command.js';

/** One rule that an input broke, as the service or a part of it says so. */
export interface ToldRefusal {
  readonly field: readonly string[];
  readonly message: string;
  readonly code: string;
}

/** Tells a person why something was refused, and leaves the exit code for it. */
export function tellRefusals(context: CliContext, refusals: readonly ToldRefusal[]): void {
  context.exitCode = EXIT_CODE.refused;
  for (const { field, message, code } of refusals)
    say(context.terminal, `${field.join('.')}: ${message} [${code}]`);
}
