import type { FastifyRequest } from 'fastify';
import { z } from 'zod';

import { PublicError } from '../../common/refusal.js';
import { isFromOwnPage } from './same-origin.js';

/** A text of at most so many characters that the database and the log can hold. */
export function boundedText(lengthMax: number): z.ZodType<string> {
  return z
    .string()
    .max(lengthMax)
    .refine((text) => text.isWellFormed() && !text.includes('\0'));
}

/**
 * Refuses what was not made by a page of our own. Signing in is refused from elsewhere as much as what needs a session:
 * a page that signs somebody in as another has them work in that other's name (login cross-site request forgery).
 *
 * @throws PublicError FORBIDDEN
 */
export function requireOwnPage(request: FastifyRequest, ownOrigin: string): void {
  if (isFromOwnPage(request.headers, ownOrigin)) return;
  throw new PublicError('FORBIDDEN', `This is taken from the pages of ${ownOrigin} alone, as JSON.`);
}

/**
 * Reads the JSON that a page of our own has sent.
 *
 * @throws PublicError FORBIDDEN as above, BAD_REQUEST for another shape.
 */
export function readBody<Body>(request: FastifyRequest, schema: z.ZodType<Body>, ownOrigin: string): Body {
  requireOwnPage(request, ownOrigin);
  const parsed = schema.safeParse(request.body);
  if (parsed.success) return parsed.data;
  const field = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new PublicError(
    'BAD_REQUEST',
    `${field === '' ? 'The body' : `The field ${field}`} is not as it should be.`,
  );
}
