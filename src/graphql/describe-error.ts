import { HttpException } from '@nestjs/common';
import { LimitError, PublicError, UnauthenticatedError } from '../common/refusal.js';
import {
  type FieldFault,
  InvalidInputError,
  RequestRefusal,
  type ResponseErrorCode,
} from './graphql-error.js';

/**
 * What a client may be told of an error. `unexpected` marks a fault of Cordon: its code is INTERNAL, its message says
 * nothing, and the caller of `describeError` logs the error itself.
 */
export interface ErrorDescription {
  readonly code: ResponseErrorCode;
  readonly message: string;
  readonly fields?: readonly FieldFault[];
  /** When it may be tried again, in seconds; where the refusal ends by waiting. */
  readonly retryAfterSeconds?: number;
  readonly unexpected: boolean;
}

/** Recognises errors of one source (a database driver, say), or gives undefined to let the next one look. */
export type ErrorMapper = (error: unknown) => PublicError | undefined;

/** How many causes are looked at before an error counts as unknown. */
const CAUSES_MAX = 8;

const INTERNAL: ErrorDescription = {
  code: 'INTERNAL',
  message: 'Something went wrong on our side. Quote the request id.',
  unexpected: true,
};

const HTTP_CODE = new Map<number, ResponseErrorCode>([
  [400, 'BAD_REQUEST'],
  [401, 'UNAUTHENTICATED'],
  [403, 'FORBIDDEN'],
  [404, 'NOT_FOUND'],
  [405, 'METHOD_NOT_ALLOWED'],
  [406, 'NOT_ACCEPTABLE'],
  [413, 'PAYLOAD_TOO_LARGE'],
  [415, 'UNSUPPORTED_MEDIA_TYPE'],
  [429, 'RATE_LIMITED'],
  [503, 'UNAVAILABLE'],
]);

/**
 * Decides what the client is told: the first error in the chain of causes that is meant for it, or else INTERNAL.
 * Walking the causes lets a service wrap a refusal in context for the log without hiding it from the client.
 */
export function describeError(error: unknown, mappers: readonly ErrorMapper[] = []): ErrorDescription {
  let current = error;
  for (let depth = 0; depth < CAUSES_MAX && current !== undefined; depth += 1) {
    const description = describeOne(current, mappers);
    if (description !== undefined) return description;
    current = current instanceof Error ? current.cause : undefined;
  }
  return INTERNAL;
}

function describeOne(error: unknown, mappers: readonly ErrorMapper[]): ErrorDescription | undefined {
  if (error instanceof LimitError) {
    return { ...expected(error.code, error.message), retryAfterSeconds: error.retryAfterS };
  }
  if (error instanceof PublicError || error instanceof RequestRefusal)
    return expected(error.code, error.message);
  if (error instanceof InvalidInputError) {
    return { ...expected('BAD_USER_INPUT', error.message), fields: error.fields };
  }
  if (error instanceof HttpException) return describeHttp(error);
  for (const mapper of mappers) {
    const mapped = mapper(error);
    if (mapped !== undefined) return expected(mapped.code, mapped.message);
  }
  return undefined;
}

function describeHttp(error: HttpException): ErrorDescription | undefined {
  const code = HTTP_CODE.get(error.getStatus());
  if (code === undefined) return undefined;
  return expected(code, code === 'UNAUTHENTICATED' ? new UnauthenticatedError().message : error.message);
}

function expected(code: ResponseErrorCode, message: string): ErrorDescription {
  return code === 'INTERNAL' ? INTERNAL : { code, message, unexpected: false };
}
