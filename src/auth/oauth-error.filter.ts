import { Catch, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';

import { LimitError, PublicError } from '../common/refusal.js';
import { OAuthError } from './oauth-error.js';
import { SignInRefused } from './sign-in-refused.js';

const logger = new Logger('OAuth');

/** Answers every error of the token endpoint in the shape of RFC 6749, section 5.2. */
@Catch()
export class OAuthErrorFilter implements ExceptionFilter {
  catch(exception: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const error = exception instanceof OAuthError ? exception : this.describe(exception, http.getRequest());
    const reply = http.getResponse<FastifyReply>();
    const limit = exception instanceof LimitError ? exception : undefined;
    void reply
      .status(limit === undefined ? error.status : 429)
      .headers({
        'cache-control': 'no-store',
        pragma: 'no-cache',
        ...(error.code === 'invalid_client' && {
          'www-authenticate': 'Basic realm="cordon", charset="UTF-8"',
        }),
        ...(error.code === 'temporarily_unavailable' && {
          'retry-after': String(limit?.retryAfterS ?? 1),
        }),
      })
      .send({ error: error.code, error_description: error.description });
  }

  private describe(exception: unknown, request: FastifyRequest): OAuthError {
    // RFC 6749 has no code for it; the status and Retry-After say what it is.
    if (exception instanceof LimitError) return new OAuthError('temporarily_unavailable', exception.message);
    if (exception instanceof PublicError && exception.code === 'UNAVAILABLE') {
      return new OAuthError('temporarily_unavailable', exception.message);
    }
    if (exception instanceof SignInRefused) return new OAuthError('invalid_grant', exception.message);
    if (exception instanceof PublicError && exception.code === 'BAD_REQUEST') {
      return new OAuthError('invalid_request', exception.message);
    }
    logger.error(`Request ${request.id} to ${request.routeOptions.url ?? ''} failed.`, exception);
    return new OAuthError(
      'server_error',
      `Something went wrong on our side. Quote the request id ${request.id}.`,
    );
  }
}
