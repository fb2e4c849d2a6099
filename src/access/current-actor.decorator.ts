import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { type GqlContextType, GqlExecutionContext } from '@nestjs/graphql';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../common/actor.js';
import { assert } from '../common/assert.js';
import type { RequestContext } from '../graphql/index.js';
import { actorOfRequest } from './actor-of-request.js';

/** The actor that the permission guard let in, as a parameter: `@CurrentActor() actor: Actor`. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => {
  const actor =
    context.getType<GqlContextType>() === 'graphql'
      ? GqlExecutionContext.create(context).getContext<RequestContext>().actor
      : actorOfRequest(context.switchToHttp().getRequest<FastifyRequest>());
  assert(actor !== undefined, 'the permission guard sets the actor before the handler runs');
  return actor;
});
