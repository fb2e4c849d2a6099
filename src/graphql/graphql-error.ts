import type { ErrorCode } from '../common/refusal.js';

/** Every code that `errors[].extensions.code` may hold. */
export type ResponseErrorCode =
  | ErrorCode
  | 'BAD_USER_INPUT'
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'METHOD_NOT_ALLOWED'
  | 'NOT_ACCEPTABLE'
  | 'PAYLOAD_TOO_LARGE'
  | 'UNSUPPORTED_MEDIA_TYPE';

/** One input field that broke a rule. `field` is the path inside the arguments, e.g. `input.identifiers.0.value`. */
export interface FieldFault {
  readonly field: string;
  readonly message: string;
}

/** The arguments have a shape that the operation does not take. The client sees each field with its rule. */
export class InvalidInputError extends Error {
  override readonly name = 'InvalidInputError';

  constructor(readonly fields: readonly FieldFault[]) {
    super(fields.map(({ field, message }) => `${field}: ${message}`).join('; '));
  }
}

/**
 * The HTTP request is not a GraphQL request that Cordon takes: refused before any document is read, with this status
 * whatever media type was asked for.
 */
export class RequestRefusal extends Error {
  override readonly name = 'RequestRefusal';

  constructor(
    readonly code: ResponseErrorCode,
    message: string,
    readonly status = 400,
  ) {
    super(message);
  }
}
