import { GraphQLError, type SourceLocation } from 'graphql';
import { describeError, type ErrorDescription, type ErrorMapper } from './describe-error.js';
import type { FieldFault, ResponseErrorCode } from './graphql-error.js';

/** The longest message that a response holds; the text of a refused variable is echoed by graphql-js in full. */
const MESSAGE_LENGTH_MAX = 500;

/** graphql-js's words for a variable, or an argument filled by one, whose value does not fit its type. */
const COERCION_FAILED =
  /^(?:Variable "\$\w+" (?:got invalid value|of (?:required|non-null) type)|Argument ")/;

/** An error as the response holds it. */
export interface ResponseError {
  readonly message: string;
  readonly locations?: readonly SourceLocation[];
  readonly path?: readonly (string | number)[];
  readonly extensions: {
    readonly code: ResponseErrorCode;
    readonly requestId: string;
    readonly fields?: readonly FieldFault[];
    readonly retryAfterSeconds?: number;
  };
}

/**
 * Writes errors as the client sees them: always with a code and the request id, never with a stack or an inner cause.
 * `onUnexpected` is called once for each that is a fault of Cordon, to log it.
 */
export function formatErrors(
  errors: readonly unknown[],
  requestId: string,
  mappers: readonly ErrorMapper[],
  onUnexpected: (error: unknown, path: string) => void,
): readonly ResponseError[] {
  return errors.map((error) => {
    const { code, message, fields, retryAfterSeconds, unexpected } = describe(error, mappers);
    const locations = error instanceof GraphQLError ? error.locations : undefined;
    const path = error instanceof GraphQLError ? error.path : undefined;
    if (unexpected) onUnexpected(error, path?.join('.') ?? '');
    return {
      message: shortened(message),
      ...(locations === undefined ? {} : { locations }),
      ...(path === undefined ? {} : { path }),
      extensions: {
        code,
        requestId,
        ...(fields === undefined ? {} : { fields }),
        ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
      },
    };
  });
}

function describe(error: unknown, mappers: readonly ErrorMapper[]): ErrorDescription {
  if (!(error instanceof GraphQLError)) return describeError(error, mappers);
  const { message, originalError, path } = error;
  // graphql-js itself speaks where nothing was thrown (or a scalar threw, which it then quotes): about the request
  // while there is no path, about a result once there is one.
  const isOwn = originalError === undefined || originalError instanceof GraphQLError;
  if (isOwn && COERCION_FAILED.test(message)) return { code: 'BAD_USER_INPUT', message, unexpected: false };
  if (originalError !== undefined || path !== undefined) return describeError(originalError, mappers);
  const code = message.startsWith('Syntax Error') ? 'GRAPHQL_PARSE_FAILED' : 'GRAPHQL_VALIDATION_FAILED';
  return { code, message, unexpected: false };
}

function shortened(message: string): string {
  return message.length <= MESSAGE_LENGTH_MAX ? message : `${message.slice(0, MESSAGE_LENGTH_MAX)}…`;
}
