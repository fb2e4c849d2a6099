import { PublicError, UnauthenticatedError } from '../common/refusal.js';
import { errorCode } from './error-code.js';

/** Raised by the function `enter_as` when the actor's member or credential is not active, or its epoch is past. */
const ENTRY_REFUSED = 'CD401';

/** Text that PostgreSQL cannot store: NUL, or a sequence that is no character. */
const BAD_TEXT = new Set(['22021', '22P05']);

/** Two transactions stood in each other's way; running the whole again may succeed. */
const CONFLICTS = new Set(['40001', '40P01']);

/**
 * The server is not there, not ready, out of something, or told us to stop: the same request may succeed later.
 * Classes 08 connection, 53 resources, 57P administrator or crash; 57014 and 25P03 our time limits, 55P03 a lock not had
 * in time, 25006 a server that has become a standby.
 */
const UNAVAILABLE = /^(08\w{3}|53\w{3}|57P\w{2}|57014|25P03|25P04|55P03|25006)$/;

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
  return CONFLICTS.has(errorCode(error) ?? '');
}

/**
 * What the caller may be told of an error that a query threw. Errors that are ours to mend (a broken constraint, a
 * missing grant) come back unchanged and reach the client as INTERNAL.
 */
export function mapDatabaseError(error: unknown): unknown {
  if (error instanceof PublicError) return error;
  const code = errorCode(error) ?? '';
  if (code === ENTRY_REFUSED) return new UnauthenticatedError({ cause: error });
  if (BAD_TEXT.has(code)) {
    return new PublicError('BAD_REQUEST', 'A text holds a character that cannot be stored: remove it.', {
      cause: error,
    });
  }
  if (isConflict(error) || UNAVAILABLE.test(code) || NETWORK_CODES.has(code) || isLostConnection(error)) {
    return new PublicError('UNAVAILABLE', 'The register is not available right now: try again in a moment.', {
      cause: error,
    });
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
