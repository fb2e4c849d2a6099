import { RequestRefusal } from './graphql-error.js';

export const JSON_TYPE = 'application/json';
export const GRAPHQL_RESPONSE_TYPE = 'application/graphql-response+json';

export type ResponseType = typeof JSON_TYPE | typeof GRAPHQL_RESPONSE_TYPE;

/** The longest `accept` header that is looked at; browsers send about 150 characters. */
const ACCEPT_LENGTH_MAX = 1000;

/**
 * Refuses what is not JSON in UTF-8. Nothing else is taken: a form or plain text can be sent across sites by a
 * browser without asking (cross-site request forgery), and JSON cannot.
 */
export function requireJson(contentType: string | undefined): void {
  if (contentType === JSON_TYPE) return;
  const [type = '', ...parameters] = (contentType ?? '').split(';').map((part) => part.trim().toLowerCase());
  const charset = parameters.find((parameter) => parameter.startsWith('charset='));
  if (type === JSON_TYPE && (charset === undefined || /^charset="?utf-?8"?$/.test(charset))) return;
  throw new RequestRefusal(
    'UNSUPPORTED_MEDIA_TYPE',
    'Send the request as JSON in UTF-8, with the header content-type: application/json.',
    415,
  );
}

/**
 * The media type of the response by the `accept` header: the one with the higher weight, of equals the one named
 * first; application/json where none is asked for (the draft "GraphQL over HTTP", section 6.1).
 */
export function negotiate(accept: string | undefined): ResponseType {
  if (accept === undefined || accept === '*/*' || accept === JSON_TYPE) return JSON_TYPE;
  if (accept === GRAPHQL_RESPONSE_TYPE) return GRAPHQL_RESPONSE_TYPE;
  let best: { readonly type: ResponseType; readonly weight: number } | undefined;
  for (const range of accept.slice(0, ACCEPT_LENGTH_MAX).split(',')) {
    const [name = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
    const type = typeOf(name);
    const weight = weightOf(parameters);
    if (type !== undefined && weight > (best?.weight ?? 0)) best = { type, weight };
  }
  if (best !== undefined) return best.type;
  throw new RequestRefusal(
    'NOT_ACCEPTABLE',
    `Responses are ${GRAPHQL_RESPONSE_TYPE} or ${JSON_TYPE}: name one of them in the header accept.`,
    406,
  );
}

function typeOf(range: string): ResponseType | undefined {
  if (range === GRAPHQL_RESPONSE_TYPE) return GRAPHQL_RESPONSE_TYPE;
  return range === JSON_TYPE || range === 'application/*' || range === '*/*' ? JSON_TYPE : undefined;
}

function weightOf(parameters: readonly string[]): number {
  const quality = parameters.find((parameter) => parameter.startsWith('q='));
  if (quality === undefined) return 1;
  const weight = Number(quality.slice(2));
  return weight >= 0 && weight <= 1 ? weight : 0;
}
