import { type Command, InvalidArgumentError, Option } from 'commander';
import { PROFILE_DEFAULT, RETRY_FOR_DEFAULT_S, RETRY_FOR_SHORT_S } from '../connect/connect.js';
import type { ExitCode } from '../exit-code.js';
import type { Terminal } from '../terminal.js';

/** What a command has at hand. It leaves its exit code here. */
export interface CliContext {
  readonly terminal: Terminal;
  exitCode: ExitCode;
}

/** The options that every command takes. */
export interface CommonOptions {
  readonly profile?: string;
  readonly json?: true;
}

/** The options of a command that calls the service. */
export interface CallOptions extends CommonOptions {
  readonly retryFor: number;
}

export interface CommandText {
  readonly summary: string;
  /** More than the summary, for `-h`. */
  readonly details?: string;
  /** Lines to type, each with what it does. */
  readonly examples: readonly (readonly [line: string, does: string])[];
}

/** Adds a command with its `-h` text, `--profile` and `--json`. `signature` is its name and arguments. */
export function defineCommand(parent: Command, signature: string, text: CommandText): Command {
  const examples = text.examples.map(([line, does]) => `  $ ${line}\n      ${does}`).join('\n');
  const details = text.details === undefined ? '' : `\n${text.details}\n`;
  return parent
    .command(signature)
    .summary(text.summary)
    .description(text.summary)
    .option('--profile <name>', `the sign-in to use (default: $CORDON_PROFILE or "${PROFILE_DEFAULT}")`)
    .option('--json', 'print the result as JSON on standard output, and nothing else there')
    .addHelpText('after', `${details}\nExamples:\n${examples}`);
}

/** `--retry-for` for a command that a script may leave alone (long) or that a person waits for (short). */
export function retryForOption(length: 'long' | 'short'): Option {
  return new Option('--retry-for <seconds>', 'how long to try again while the service does not answer')
    .default(length === 'long' ? RETRY_FOR_DEFAULT_S : RETRY_FOR_SHORT_S)
    .argParser(wholeNumber(0, 86_400));
}

const LIST_DEFAULT = 20;
/** As much as the service gives at once. */
const LIST_MAX = 100;

/** `--limit` of a list: as a rule what the service gives at once at most. */
export function limitOption({ usual = LIST_DEFAULT, max = LIST_MAX } = {}): Option {
  return new Option('--limit <number>', 'at most so many').default(usual).argParser(wholeNumber(1, max));
}

/** A parser of whole numbers from `min` to `max`. */
export function wholeNumber(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
    if (value >= min && value <= max) return value;
    throw new InvalidArgumentError(`Give a whole number from ${min} to ${max}.`);
  };
}

/** Gathers an option that may be given several times. */
export function repeated(value: string, before: readonly string[] | undefined): readonly string[] {
  return [...(before ?? []), value];
}
