import type { FastifyRequest } from 'fastify';
import type { Actor } from '../common/actor.js';

/**
 * Finds out who asks. Implemented by the auth part and provided by a global module under this class as its token.
 *
 * Gives undefined where the request carries no credential, or one that is not valid, or not any more: which of these
 * is for the log alone. Throws only when it cannot find out (a database that does not answer).
 */
export abstract class Authenticator {
  abstract authenticate(request: FastifyRequest): Promise<Actor | undefined>;
}
