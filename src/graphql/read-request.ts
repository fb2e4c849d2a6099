import { isUtf8 } from 'node:buffer';
import { checkJsonText } from './check-json-text.js';
import { findUnsafeText, isUnsafeDocument } from './find-unsafe-text.js';
import { RequestRefusal } from './graphql-error.js';

/** A GraphQL request in the form that the draft "GraphQL over HTTP" gives it (section 5.1). */
export interface GraphqlRequest {
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: Record<string, unknown> | undefined;
}

/**
 * Reads the body of a request, or refuses it with the reason. Unknown keys beside `query`, `operationName`,
 * `variables` and `extensions` are ignored, as the draft asks.
 */
export function readRequest(body: unknown): GraphqlRequest {
  if (!Buffer.isBuffer(body) || body.length === 0) throw refusal('The request has no body.');
  if (!isUtf8(body)) throw refusal('The request is not UTF-8.');
  const text = body.toString('utf8');
  if (text.startsWith('\uFEFF')) throw refusal('The request starts with a byte order mark: leave it out.');
  const fault = checkJsonText(text);
  if (fault !== undefined) throw refusal(fault);
  const request = shapeOf(parsed(text));
  if (text.includes('\\u')) refuseUnsafeText(request);
  return request;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal('The request is not valid JSON.');
  }
}

function shapeOf(body: unknown): GraphqlRequest {
  if (Array.isArray(body)) throw refusal('Batches are not taken: send one operation per request.');
  if (!isRecord(body)) throw refusal('The request is not a JSON object.');
  const { query, operationName, variables, extensions } = body;
  if (typeof query !== 'string' || query === '')
    throw refusal('query must be a GraphQL document in a string.');
  if (operationName !== undefined && operationName !== null && typeof operationName !== 'string') {
    throw refusal('operationName must be a string.');
  }
  if (variables !== undefined && variables !== null && !isRecord(variables)) {
    throw refusal('variables must be an object.');
  }
  if (extensions !== undefined && extensions !== null && !isRecord(extensions)) {
    throw refusal('extensions must be an object.');
  }
  // Some clients send an empty name for "the only operation".
  return {
    query,
    operationName: operationName === '' ? undefined : (operationName ?? undefined),
    variables: variables ?? undefined,
  };
}

function refuseUnsafeText({ query, operationName, variables }: GraphqlRequest): void {
  const place = isUnsafeDocument(query)
    ? 'query'
    : (findUnsafeText(operationName, 'operationName') ?? findUnsafeText(variables, 'variables'));
  if (place !== undefined) {
    throw new RequestRefusal(
      'BAD_USER_INPUT',
      `${place.slice(0, 200)} has a NUL or half of a surrogate pair.`,
    );
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refusal(message: string): RequestRefusal {
  return new RequestRefusal('BAD_REQUEST', message);
}
