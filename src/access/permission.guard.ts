import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { type GqlContextType, GqlExecutionContext } from '@nestjs/graphql';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '../common/actor.js';
import { assert } from '../common/assert.js';
import { Clock } from '../common/clock.js';
import { ForbiddenError, StepUpRequiredError, UnauthenticatedError } from '../common/refusal.js';
import { RequestContext, setAnswerHeader } from '../graphql/index.js';
import { actorOfRequest, setActorOfRequest } from './actor-of-request.js';
import { Authenticator } from './authenticator.js';
import { isChange } from './is-change.js';
import { may } from './may.js';
import { PERMISSIONS } from './permissions.js';
import { PUBLIC } from './requires.decorator.js';
import { ruleOf } from './rule-of.js';
import { needsStepUp, STEP_UP_MINUTES } from './step-up.js';

/**
 * Lets an operation run only for an actor that holds the permission it names, and that proved a moment ago who it is
 * where the operation grants power. What names no permission is refused: the start of the application fails on it
 * (operation-registry.service.ts), so here it is a fault of Cordon.
 */
@Injectable()
export class PermissionGuard implements CanActivate {
  constructor(
    private readonly authenticator: Authenticator,
    private readonly clock: Clock,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const rule = ruleOf(context.getHandler(), context.getClass());
    assert(rule !== undefined, 'the start fails where an operation or a route names no permission');
    const isGraphql = context.getType<GqlContextType>() === 'graphql';
    if (rule === PUBLIC) {
      assert(!isGraphql, 'the start fails where a GraphQL operation is public');
      return true;
    }
    const operation = isGraphql
      ? GqlExecutionContext.create(context).getContext<RequestContext>()
      : undefined;
    const request = operation?.req ?? context.switchToHttp().getRequest<FastifyRequest>();
    const actor = await (operation === undefined
      ? this.actorOfRoute(request)
      : this.actorOfOperation(operation));
    if (!may(actor, rule)) throw new ForbiddenError(rule);
    // After the permission: who may not do it in any case is not sent to sign in again.
    if (PERMISSIONS[rule].stepUp === true && isChange(context.getHandler())) this.askStepUp(actor, request);
    return true;
  }

  private async actorOfOperation(context: RequestContext): Promise<Actor> {
    // One request may hold several operations: they share one look at the credential.
    context.authentication ??= this.authenticator.authenticate(context.req);
    const actor = await context.authentication;
    if (actor === undefined) throw new UnauthenticatedError();
    context.actor = actor;
    return actor;
  }

  private async actorOfRoute(request: FastifyRequest): Promise<Actor> {
    const actor = actorOfRequest(request) ?? (await this.authenticator.authenticate(request));
    if (actor === undefined) throw new UnauthenticatedError();
    setActorOfRequest(request, actor);
    return actor;
  }

  private askStepUp(actor: Actor, request: FastifyRequest): void {
    if (!needsStepUp(actor, this.clock.now())) return;
    setAnswerHeader(request, 'www-authenticate', CHALLENGE);
    throw new StepUpRequiredError(STEP_UP_MINUTES);
  }
}

/** What tells programs the same (RFC 9470, section 3). */
const CHALLENGE = `Bearer error="insufficient_user_authentication", error_description="A more recent sign-in is needed", max_age="${STEP_UP_MINUTES * 60}"`;
