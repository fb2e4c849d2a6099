import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { type GqlContextType, GqlExecutionContext } from '@nestjs/graphql';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../common/actor.js';
import { assert } from '../common/assert.js';
import { ForbiddenError, UnauthenticatedError } from '../common/refusal.js';
import { RequestContext } from '../graphql/index.js';
import { actorOfRequest, setActorOfRequest } from './actor-of-request.js';
import { Authenticator } from './authenticator.js';
import { may } from './may.js';
import { type AccessRule, PUBLIC } from './requires.decorator.js';
import { ruleOf } from './rule-of.js';

/**
 * Lets an operation run only for an actor that holds the permission it names. What names none is refused: the start
 * of the application fails on it (operation-registry.service.ts), so here it is a fault of Cordon.
 */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(private readonly authenticator: Authenticator) {}

  canActivate(context: ExecutionContext): Promise<boolean> | boolean {
    const rule = ruleOf(context.getHandler(), context.getClass());
    return context.getType<GqlContextType>() === 'graphql'
      ? this.admitOperation(rule, GqlExecutionContext.create(context).getContext<RequestContext>())
      : this.admitRoute(rule, context.switchToHttp().getRequest<FastifyRequest>());
  }

  private async admitOperation(rule: AccessRule | undefined, context: RequestContext): Promise<boolean> {
    assert(rule !== undefined && rule !== PUBLIC, 'the start fails where an operation names no permission');
    // One request may hold several operations: they share one look at the credential.
    context.authentication ??= this.authenticator.authenticate(context.req);
    const actor = await context.authentication;
    if (actor === undefined) throw new UnauthenticatedError();
    context.actor = actor;
    return admit(actor, rule);
  }

  private async admitRoute(rule: AccessRule | undefined, request: FastifyRequest): Promise<boolean> {
    assert(rule !== undefined, 'the start fails where a route names neither a permission nor PublicRoute');
    if (rule === PUBLIC) return true;
    const actor = actorOfRequest(request) ?? (await this.authenticator.authenticate(request));
    if (actor === undefined) throw new UnauthenticatedError();
    setActorOfRequest(request, actor);
    return admit(actor, rule);
  }
}

function admit(actor: Actor, rule: Exclude<AccessRule, typeof PUBLIC>): true {
  if (!may(actor, rule)) throw new ForbiddenError(rule);
  return true;
}
