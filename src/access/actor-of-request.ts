import type { FastifyRequest } from 'fastify';
import type { Actor } from '../common/actor.js';

/** Actors of plain HTTP requests under way; those of GraphQL travel in RequestContext. */
const actors = new WeakMap<FastifyRequest, Actor>();

export function actorOfRequest(request: FastifyRequest): Actor | undefined {
  return actors.get(request);
}

export function setActorOfRequest(request: FastifyRequest, actor: Actor): void {
  actors.set(request, actor);
}
