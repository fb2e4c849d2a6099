import { AssertionError } from '../common/assert.js';
import { PublicError } from '../common/refusal.js';
import { errorCode } from './error-code.js';

const FAULT_LENGTH_MAX = 500;

/**
 * An error in words that may be logged and kept: its name, its code, the constraint and table it names. The message is
 * left out unless we wrote it ourselves, since PostgreSQL's and the libraries' quote the values they choke on.
 */
export function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return 'something that is not an error was thrown';
  const parts = [error.name, errorCode(error), detail(error, 'table'), detail(error, 'constraint')];
  const ours = error instanceof AssertionError || error instanceof PublicError ? `: ${error.message}` : '';
  const cause = error.cause === undefined ? '' : ` (${describeFault(error.cause)})`;
  return `${parts.filter((part) => part !== undefined).join(' ')}${ours}${cause}`.slice(0, FAULT_LENGTH_MAX);
}

function detail(error: Error, name: 'table' | 'constraint'): string | undefined {
  const value: unknown = (error as Error & Record<typeof name, unknown>)[name];
  return typeof value === 'string' ? `${name} ${value}` : undefined;
}
