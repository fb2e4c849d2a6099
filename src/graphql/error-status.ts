import type { ResponseErrorCode } from './graphql-error.js';

const STATUS: Readonly<Record<ResponseErrorCode, number>> = {
  BAD_REQUEST: 400,
  BAD_USER_INPUT: 400,
  CURSOR_EXPIRED: 410,
  FORBIDDEN: 403,
  GRAPHQL_PARSE_FAILED: 400,
  GRAPHQL_VALIDATION_FAILED: 400,
  INTERNAL: 500,
  METHOD_NOT_ALLOWED: 405,
  NOT_ACCEPTABLE: 406,
  NOT_FOUND: 404,
  PAYLOAD_TOO_LARGE: 413,
  QUOTA_EXCEEDED: 429,
  RATE_LIMITED: 429,
  TOO_COMPLEX: 400,
  STEP_UP_REQUIRED: 401,
  UNAUTHENTICATED: 401,
  UNAVAILABLE: 503,
  UNSUPPORTED_MEDIA_TYPE: 415,
};

/** The HTTP status that says the same as an error code, where the code is the answer to the whole request. */
export function statusOf(code: ResponseErrorCode): number {
  return STATUS[code];
}
