import { type ArgumentsHost, Catch, type ExceptionFilter, Inject } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { describeError, type ErrorMapper } from './describe-error.js';
import { statusOf } from './error-status.js';
import { RequestRefusal } from './graphql-error.js';
import { logFault } from './log-fault.js';

/** Injection token of the list of ErrorMapper. */
export const ERROR_MAPPERS = Symbol('ERROR_MAPPERS');

/**
 * Answers errors of plain HTTP routes in the code, message and request id of a GraphQL error. An error of a resolver
 * passes through untouched: the GraphQL route formats and logs it once, with its path.
 */
@Catch()
export class ErrorFilter implements ExceptionFilter {
  constructor(@Inject(ERROR_MAPPERS) private readonly mappers: readonly ErrorMapper[]) {}

  catch(exception: unknown, host: ArgumentsHost): void {
    if (host.getType<string>() !== 'http') throw exception;
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const { code, message, fields, retryAfterSeconds, unexpected } = describeError(exception, this.mappers);
    if (unexpected) logFault(exception, request.id, `${request.method} ${request.routeOptions.url ?? ''}`);
    const status = exception instanceof RequestRefusal ? exception.status : statusOf(code);
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    if (retryAfterSeconds !== undefined) void reply.header('retry-after', String(retryAfterSeconds));
    void reply
      .status(status)
      .header('content-type', 'application/json; charset=utf-8')
      .send({ error: { code, message, requestId: request.id, ...(fields === undefined ? {} : { fields }) } });
  }
}
