import { Logger } from '@nestjs/common';
import { PublicError, UnauthenticatedError } from '../common/refusal.js';
import { errorCode } from './error-code.js';
import { describeFault } from './fault.js';

const logger = new Logger('Database');

/** Raised by the function `enter_as` when the actor's member or credential is not active, or its epoch is past. */
const ENTRY_REFUSED = 'CD401';

/** Raised by triggers where a change that grants power lacks the approval of two people (access/four-eyes). */
const APPROVAL_MISSING = 'CD403';

/** Two transactions stood in each other's way; running the whole again may succeed. */
const CONFLICTS = new Set(['40001', '40P01']);

/**
 * A row that is unique was made by another transaction after this one looked. Run again, the work finds it and says what
 * its own rule says of it.
 */
const MADE_MEANWHILE = '23505';

/** Text that PostgreSQL cannot store: NUL, or a sequence that is no character. */
const BAD_TEXT = /^(22021|22P05)$/;

/**
 * A value that no rule of ours refused, and the database does not take. Class 22 data exceptions (out of range, no such
 * date, not written as its type), class 23 broken constraints, 21000 the same row twice in one statement, class 54 a value
 * larger than an index or a statement takes.
 */
const BAD_VALUE = /^(22\w{3}|23\w{3}|21000|54\w{3})$/;

/**
 * The server is not there, not ready, out of something, or told us to stop: the same request may succeed later. Classes 08
 * connection, 53 resources, 57 administrator, crash and our time limits, 58 the disk; 25P02 to 25P04 a transaction that was
 * ended under us, 55P03 and 55006 what is locked or in use, 25006 a server that has become a standby, 28 and 3D a server
 * that does not know us or our database yet, 40 rolled back for another's sake.
 */
const UNAVAILABLE = /^(08\w{3}|53\w{3}|57\w{3}|58\w{3}|25P0[234]|55P03|55006|25006|28\w{3}|3D\w{3}|40\w{3})$/;

const NETWORK_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** Errors of `pg` and its pool about lost or missing connections, which carry no code. */
const LOST_CONNECTION =
  /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Client was closed|Query read timeout|timeout expired|Cannot use a pool after)/;

/** Whether running the whole transaction again may succeed. */
export function isConflict(error: unknown): boolean {
  const code = errorCode(error) ?? '';
  return CONFLICTS.has(code) || code === MADE_MEANWHILE;
}

/**
 * What the caller may be told of an error that a query threw. Errors that are ours to mend, and that no input brings about
 * (classes 0A, 42 and the like: a missing grant, a wrong statement; XX: damage), come back unchanged and reach the client
 * as INTERNAL. A value that only the database refused is told as such, and logged without the value: a rule of ours is
 * missing.
 */
export function mapDatabaseError(error: unknown): unknown {
  if (error instanceof PublicError) return error;
  const code = errorCode(error) ?? '';
  const as = (...[told, message]: ConstructorParameters<typeof PublicError>): PublicError =>
    new PublicError(told, message, { cause: error });
  if (code === ENTRY_REFUSED) return new UnauthenticatedError({ cause: error });
  if (code === APPROVAL_MISSING)
    return as('FORBIDDEN', 'This takes effect once two people have approved it.');
  if (BAD_TEXT.test(code))
    return as('BAD_REQUEST', 'A text holds a character that cannot be stored: remove it.');
  if (BAD_VALUE.test(code)) {
    logger.warn(`The database refused a value that no rule refused: ${describeFault(error)}`);
    return as(
      'BAD_REQUEST',
      'A value is out of range, or does not go together with what is stored: look at it again.',
    );
  }
  if (UNAVAILABLE.test(code) || NETWORK_CODES.has(code) || isLostConnection(error)) {
    return as('UNAVAILABLE', 'The register is not available right now: try again in a moment.');
  }
  return error;
}

function isLostConnection(error: unknown): boolean {
  if (error instanceof AggregateError)
    return error.errors.every((inner) => isLostConnection(inner) || isNetwork(inner));
  return error instanceof Error && LOST_CONNECTION.test(error.message);
}

function isNetwork(error: unknown): boolean {
  return NETWORK_CODES.has(errorCode(error) ?? '');
}
