import { spawn } from 'node:child_process';
import { once } from 'node:events';

/** What a program left when it ended. */
export interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a Node program to its end, and ends it when it takes longer than `limitMs`. */
export async function runProgram(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  limitMs: number,
): Promise<Ended> {
  const child = spawn(process.execPath, args, {
    env: { PATH: process.env['PATH'], ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: limitMs,
    killSignal: 'SIGKILL',
  });
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString('utf8')));
  await once(child, 'close');
  return { exitCode: child.exitCode, stdout, stderr };
}

/** The JSON that a program prints; any other end than one of `exitCodes` is an error that tells what it said. */
export function jsonOf(program: string, ended: Ended, exitCodes: readonly number[] = [0]): unknown {
  if (ended.exitCode === null || !exitCodes.includes(ended.exitCode))
    throw new Error(`${program} ended with ${ended.exitCode ?? 'a signal'}: ${ended.stderr}${ended.stdout}`);
  return JSON.parse(ended.stdout);
}
