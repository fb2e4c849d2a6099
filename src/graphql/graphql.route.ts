import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ExecutionResult } from 'graphql';
import type { AnswerExtensions } from './answer-extensions.js';
import type { ErrorMapper } from './describe-error.js';
import { statusOf } from './error-status.js';
import { formatErrors, type ResponseError } from './format-errors.js';
import { RequestRefusal, type ResponseErrorCode } from './graphql-error.js';
import { DocumentGate } from './limits/document-gate.js';
import { logFault } from './log-fault.js';
import { GRAPHQL_RESPONSE_TYPE, JSON_TYPE, negotiate, requireJson, type ResponseType } from './media-type.js';
import { readRequest } from './read-request.js';
import { repeatedHeader } from './repeated-header.js';
import { RequestContext } from './request-context.js';
import type { RequestMeter } from './request-meter.js';
import { dropUnreadBody } from './unread-body.js';

export const GRAPHQL_PATH = '/graphql';

/** The largest body taken, in bytes. */
export const BODY_BYTES_MAX = 1_048_576;

/** What every answer carries: nothing of it may be kept, guessed at or framed. */
const HEADERS = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
};

/** Seconds after which a client may try again what was refused for want of capacity. */
const RETRY_AFTER_S = 1;

/** What a document is charged for that was refused before its price could be reckoned: it was read, and maybe validated. */
const REFUSED_DOCUMENT_COST = 100;

interface Answer {
  readonly data?: ExecutionResult['data'];
  readonly errors?: readonly ResponseError[];
  readonly extensions?: AnswerExtensions;
}

/**
 * Serves POST /graphql as the draft "GraphQL over HTTP" asks, in a scope of its own: its body parser and its error
 * handler are not those of the plain HTTP routes. Mercurius only executes; its own route would take GET, forms and
 * documents in JSON, and has other status codes and media types.
 */
export function graphqlRoute(mappers: readonly ErrorMapper[], meter?: RequestMeter) {
  return (scope: FastifyInstance, _options: unknown, done: () => void): void => {
    const gate = new DocumentGate();

    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser(
      '*',
      { parseAs: 'buffer', bodyLimit: BODY_BYTES_MAX },
      (_request, body, parsed) => {
        parsed(null, body);
      },
    );

    scope.addHook('onRequest', (request, reply, next) => {
      reply.headers(HEADERS);
      next(refusalOfHeaders(request, reply));
    });

    scope.setErrorHandler(async (error, request, reply) => {
      const refusal = error instanceof RequestRefusal ? error : bodyRefusal(error, request);
      const errors = format([refusal ?? error], request, mappers);
      const status = refusal?.status ?? statusOf(errors[0]?.extensions.code ?? 'INTERNAL');
      // Where the accept header itself was refused, or not reached, plain JSON is the type that everyone reads.
      await dropUnreadBody(request.raw);
      return send(reply, JSON_TYPE, status, { errors });
    });

    scope.route({
      method: ['POST', 'GET', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'],
      url: GRAPHQL_PATH,
      // The headers above stand in for the general ones, at a tenth of their cost.
      helmet: false,
      handler: async (request, reply) => {
        const type = negotiate(request.headers.accept);
        const { query, operationName, variables } = readRequest(request.body);
        // The variables travel in the context, and the module's preExecution hook hands them over: given to mercurius,
        // it would convert them once more than running needs (0.2 ms of CPU for a hundred merchants, more than all else).
        const context = new RequestContext(request, variables, operationName, meter);
        const document = gate.admit(query, operationName);
        const answer =
          'error' in document
            ? { errors: await refusalErrors([document.error], context, mappers), ...extensionsOf(context) }
            : await execute(scope, context, mappers, document.text);
        return send(reply, type, statusOfAnswer(answer, type), answer);
      },
    });
    done();
  };
}

function refusalOfHeaders(request: FastifyRequest, reply: FastifyReply): RequestRefusal | undefined {
  if (request.method !== 'POST') {
    void reply.header('allow', 'POST');
    const message = 'GraphQL is taken by POST alone. For a page to try it on, open /graphiql.';
    return new RequestRefusal('METHOD_NOT_ALLOWED', message, 405);
  }
  const repeated = repeatedHeader(request.raw.rawHeaders);
  if (repeated !== undefined) {
    return new RequestRefusal('BAD_REQUEST', `The request has the header ${repeated} twice: send it once.`);
  }
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity') {
    const message = 'Send the request without content-encoding: compressed requests are not taken.';
    return new RequestRefusal('UNSUPPORTED_MEDIA_TYPE', message, 415);
  }
  try {
    requireJson(request.headers['content-type']);
    negotiate(request.headers.accept);
    return undefined;
  } catch (error) {
    if (error instanceof RequestRefusal) return error;
    throw error;
  }
}

/** What Fastify itself refuses while it reads the body. */
function bodyRefusal(error: unknown, { raw }: FastifyRequest): RequestRefusal | undefined {
  const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    const message = `The request is larger than ${BODY_BYTES_MAX} bytes: split it into several.`;
    return new RequestRefusal('PAYLOAD_TOO_LARGE', message, 413);
  }
  if (code === 'FST_ERR_CTP_INVALID_CONTENT_LENGTH') {
    return new RequestRefusal('BAD_REQUEST', 'The request is not as long as its header content-length says.');
  }
  // The caller went away while it sent: nobody reads the answer, and whoever can send can make any number of these.
  if (error === raw.errored) return new RequestRefusal('BAD_REQUEST', 'The request broke off.');
  return undefined;
}

async function execute(
  scope: FastifyInstance,
  context: RequestContext,
  mappers: readonly ErrorMapper[],
  text: string,
): Promise<Answer> {
  const { operationName, req } = context;
  try {
    const result = await scope.graphql(text, context as never, undefined, operationName);
    if (result.errors === undefined) return { data: result.data, ...extensionsOf(context) };
    return {
      ...('data' in result ? { data: result.data } : {}),
      errors: format(result.errors, req, mappers),
      ...extensionsOf(context),
    };
  } catch (error) {
    return { errors: await refusalErrors(errorsWithin(error), context, mappers), ...extensionsOf(context) };
  }
}

/**
 * Why a document did not run. One that was refused before it had a price is charged all the same, so that sending what
 * cannot run is no way around the limit; whoever has spent its share is told that instead.
 */
async function refusalErrors(
  errors: readonly unknown[],
  context: RequestContext,
  mappers: readonly ErrorMapper[],
): Promise<readonly ResponseError[]> {
  try {
    if (!context.isPriced) await context.meter?.charge(context, REFUSED_DOCUMENT_COST);
    return format(errors, context.req, mappers);
  } catch (error) {
    return format([error], context.req, mappers);
  }
}

/** Only an answer that has something to say in its extensions has any. */
function extensionsOf({ extensions }: RequestContext): Pick<Answer, 'extensions'> {
  return extensions.rateLimit === undefined ? {} : { extensions };
}

/** Mercurius throws one error that holds those of validation and of the variables. */
function errorsWithin(error: unknown): readonly unknown[] {
  const isBundle = error instanceof Error && 'errors' in error && Array.isArray(error.errors);
  return isBundle ? (error.errors as readonly unknown[]) : [error];
}

/** Refusals that end by waiting. */
const ASK_LATER: ReadonlySet<ResponseErrorCode> = new Set(['UNAVAILABLE', 'RATE_LIMITED', 'QUOTA_EXCEEDED']);

/**
 * The status of an answer. Without data the request was refused: 4xx or 5xx, but 200 for clients of application/json,
 * which cannot tell such an answer from one that a proxy wrote (draft, section 6.4.1). A refusal for want of capacity
 * is 429 or 503 for all, so that proxies and generic clients slow down.
 */
function statusOfAnswer({ data, errors }: Answer, type: ResponseType): number {
  const code = errors?.[0]?.extensions.code;
  if (code === undefined || (data !== undefined && data !== null)) return 200;
  if (ASK_LATER.has(code)) return statusOf(code);
  return data === undefined && type === GRAPHQL_RESPONSE_TYPE ? statusOf(code) : 200;
}

function send(reply: FastifyReply, type: ResponseType, status: number, answer: Answer): FastifyReply {
  if (status === 503 || status === 429) {
    const seconds = answer.errors?.[0]?.extensions.retryAfterSeconds ?? RETRY_AFTER_S;
    void reply.header('retry-after', String(seconds));
  }
  return reply.code(status).header('content-type', `${type}; charset=utf-8`).send(JSON.stringify(answer));
}

function format(
  errors: readonly unknown[],
  request: FastifyRequest,
  mappers: readonly ErrorMapper[],
): readonly ResponseError[] {
  return formatErrors(errors, request.id, mappers, (error, path) => {
    logFault(error, request.id, path);
  });
}
