import { errorCode, errorMessage } from './error-code.js';
import { EXIT_CODE, type ExitCode } from './exit-code.js';

/** Ends the command. The message is a plain sentence for the person at the terminal: what is wrong and what to do. */
export class CliError extends Error {
  override readonly name = 'CliError';

  constructor(
    readonly exitCode: ExitCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

export function usageError(message: string, options?: ErrorOptions): CliError {
  return new CliError(EXIT_CODE.usage, message, options);
}

export function notAuthorisedError(message: string, options?: ErrorOptions): CliError {
  return new CliError(EXIT_CODE.notAuthorised, message, options);
}

export function unreachableError(message: string, options?: ErrorOptions): CliError {
  return new CliError(EXIT_CODE.unreachable, message, options);
}

/** The file system's own errors as sentences about the file that was named. */
export function fileError(path: string, error: unknown): CliError {
  const code = errorCode(error);
  const sentences: Partial<Record<string, string>> = {
    ENOENT: 'There is no such file or folder. Check the path.',
    EISDIR: 'It is a folder. Name a file.',
    ENOTDIR: 'A part of the path is not a folder. Check the path.',
    EACCES: 'Its permissions do not let you. Ask its owner, or use another path.',
    ENOSPC: 'The disk is full.',
  };
  const sentence = code === undefined ? undefined : sentences[code];
  return usageError(`Cannot use ${path}: ${sentence ?? errorMessage(error)}`, { cause: error });
}
