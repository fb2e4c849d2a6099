import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';

import { PUBLIC } from '../requires.decorator.js';
import { ruleOf } from '../rule-of.js';
import { RateMeter } from './rate-meter.service.js';
import { UNLIMITED } from './unlimited.decorator.js';

/**
 * Charges every request to a public route (the token endpoint, sign-in, the public keys) to the network that it comes from:
 * who asks there has not shown who it is. GraphQL is charged by its route, before it runs.
 */
@Injectable()
export class NetworkLimitGuard implements CanActivate {
  constructor(
    private readonly meter: RateMeter,
    private readonly reflector: Reflector,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (context.getType<string>() !== 'http') return true;
    const [handler, owner] = [context.getHandler(), context.getClass()];
    if (ruleOf(handler, owner) !== PUBLIC) return true;
    if (this.reflector.getAllAndOverride<boolean>(UNLIMITED, [handler, owner])) return true;
    await this.meter.chargeNetwork(context.switchToHttp().getRequest<FastifyRequest>(), 1);
    return true;
  }
}
