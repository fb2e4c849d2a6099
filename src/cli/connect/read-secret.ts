import { readFile } from 'node:fs/promises';
import { fileError, usageError } from '../cli-error.js';
import type { Terminal } from '../terminal.js';

/**
 * A secret: of a file, of the environment, or of a person at the terminal. Never of an argument, which others on the machine
 * can read.
 */
export async function readSecret(
  terminal: Terminal,
  file: string | undefined,
  variable: string,
  question: string,
): Promise<string> {
  if (file !== undefined) {
    const text = await readFile(file, 'utf8').catch((error: unknown) => {
      throw fileError(file, error);
    });
    const value = text.replace(/\r?\n$/, '');
    if (value === '') throw usageError(`${file} is empty. It should hold the secret and nothing else.`);
    return value;
  }
  return terminal.env[variable] ?? (await terminal.askSecret(question));
}
