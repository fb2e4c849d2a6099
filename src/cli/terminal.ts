import { isCancel, password, text } from '@clack/prompts';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import { CliError, usageError } from './cli-error.js';
import { EXIT_CODE } from './exit-code.js';

/** Everything outside the process that a command touches, so that a test can stand in for it. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly stdin: Readable;
  /** Results only. With `--json`, one JSON document or JSON lines and nothing else. */
  readonly stdout: Writable;
  /** Everything said to a person: progress, notices, errors. */
  readonly stderr: Writable;
  /** Whether a person reads stderr: progress bars and prompts are for them alone. */
  readonly interactive: boolean;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  now(): number;
  /** Resolves after `ms`, or at once when `signal` aborts. */
  sleep(ms: number): Promise<void>;
  askSecret(question: string): Promise<string>;
  ask(question: string): Promise<string>;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  const interrupt = new AbortController();
  // The first Ctrl-C ends the command in order; a second one ends the process at once.
  process.once('SIGINT', () => {
    interrupt.abort();
  });
  // A reader that has seen enough, such as head, closes the pipe: that is no fault.
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      process.exit();
    });
  const interactive = process.stdin.isTTY && process.stderr.isTTY;
  return {
    env: process.env,
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    interactive,
    signal: interrupt.signal,
    now: () => Date.now(),
    sleep: (ms) => wait(ms, undefined, { signal: interrupt.signal }).catch(() => undefined),
    askSecret: (question) =>
      prompted(interactive, question, () => password({ message: question, output: process.stderr })),
    ask: (question) =>
      prompted(interactive, question, () => text({ message: question, output: process.stderr })),
  };
}

async function prompted(
  interactive: boolean,
  question: string,
  prompt: () => Promise<string | symbol>,
): Promise<string> {
  if (!interactive)
    throw usageError(`${question} is missing, and there is no terminal to ask at. See the command's -h.`);
  const answer = await prompt();
  if (isCancel(answer) || typeof answer !== 'string') throw new CliError(EXIT_CODE.interrupted, 'Stopped.');
  return answer;
}

/** Writes one line for a person. */
export function say(terminal: Terminal, line: string): void {
  terminal.stderr.write(`${line}\n`);
}

/** Writes a result as one JSON document. */
export function printJson(terminal: Terminal, value: unknown): void {
  terminal.stdout.write(`${JSON.stringify(value, null, 2)}\n`);
}

/** Writes one line of a result that is not JSON. */
export function print(terminal: Terminal, line: string): void {
  terminal.stdout.write(`${line}\n`);
}
