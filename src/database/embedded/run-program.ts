import { spawn } from 'node:child_process';

import type { ServerAccount } from './server-account.js';

export interface ProgramResult {
  /** Null when a signal ended it or it could not be started. */
  readonly exitCode: number | null;
  /** What it wrote to both streams, at most 8,000 characters. */
  readonly output: string;
}

const OUTPUT_MAX = 8_000;

/** The environment of the server's programs: nothing of ours, and messages that do not depend on the machine. */
export const SERVER_ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC' } as const;

/** Runs a program to its end as `account`, without a shell. Never rejects: not startable is a result like any other. */
export function runProgram(
  program: string,
  args: readonly string[],
  account: ServerAccount | undefined,
): Promise<ProgramResult> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      ...account,
      cwd: '/',
      env: SERVER_ENVIRONMENT,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (chunk: Buffer): void => {
      output = (output + chunk.toString()).slice(0, OUTPUT_MAX);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', (error) => {
      resolve({ exitCode: null, output: error.message });
    });
    child.once('close', (exitCode) => {
      resolve({ exitCode, output });
    });
  });
}
