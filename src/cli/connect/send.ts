import { parseJson } from '../../common/parse-json.js';
import { errorCause, errorCode, errorName } from '../error-code.js';
import { LimitedError, UnreachableError } from './patience.js';

const TIMEOUT_MS = 30_000;

/** One HTTP request that does not follow redirects: a token or a report goes to the address that was given, nowhere else. */
export async function send(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, { ...init, redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch (error) {
    throw unreachable(error);
  }
}

/** The body of an answer as JSON, or undefined when it is none. */
export async function readJson(response: Response): Promise<unknown> {
  let text: string;
  try {
    text = await response.text();
  } catch (error) {
    throw unreachable(error);
  }
  return parseJson(text);
}

/** Throws for the answers of a service that is there but cannot answer now, or not us. */
export function throwIfBusy(response: Response): void {
  const retryAfter = retryAfterMs(response.headers.get('retry-after'));
  if (response.status === 429) throw new LimitedError(retryAfter);
  if ([502, 503, 504].includes(response.status))
    throw new UnreachableError(`HTTP ${response.status}`, retryAfter);
}

/** `Retry-After` in seconds; its other form, a date, is left to our own pauses. */
function retryAfterMs(header: string | null): number | undefined {
  return header !== null && /^\d{1,6}$/.test(header) ? Number(header) * 1000 : undefined;
}

const REASONS: Partial<Record<string, string>> = {
  ECONNREFUSED: 'connection refused',
  ECONNRESET: 'connection lost',
  UND_ERR_SOCKET: 'connection lost',
  ENOTFOUND: 'no such host',
  EAI_AGAIN: 'its name cannot be looked up now',
  ETIMEDOUT: 'no answer in time',
  UND_ERR_CONNECT_TIMEOUT: 'no answer in time',
  UND_ERR_HEADERS_TIMEOUT: 'no answer in time',
  EHOSTUNREACH: 'no route to the host',
  ENETUNREACH: 'no network',
};

function unreachable(error: unknown): UnreachableError {
  const code = codeOf(error);
  const timedOut = errorName(error) === 'TimeoutError';
  const known = code === undefined ? undefined : REASONS[code];
  const reason = timedOut ? 'no answer in time' : (known ?? code ?? 'connection failed');
  return new UnreachableError(reason, undefined, code !== 'ENOTFOUND', { cause: error });
}

/** The system's code, which fetch hides in a cause, or in the first of several for a host of several addresses. */
function codeOf(error: unknown): string | undefined {
  const cause = errorCause(error);
  return errorCode(error) ?? (cause === undefined ? undefined : codeOf(cause));
}
