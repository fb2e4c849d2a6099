import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** What a caller may choose as the id of its request: short and free of anything that means something in a log. */
const ACCEPTABLE = /^[A-Za-z0-9_-]{1,64}$/;

/** The id of a request: the caller's `x-request-id` where it is acceptable, else a random one. */
export function requestIdOf(request: Pick<IncomingMessage, 'headers'>): string {
  const given = request.headers['x-request-id'];
  return typeof given === 'string' && ACCEPTABLE.test(given) ? given : randomUUID();
}
