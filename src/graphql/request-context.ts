import type { FastifyRequest } from 'fastify';
import type { Actor } from '../common/actor.js';
import type { AnswerExtensions } from './answer-extensions.js';

/** Whoever charges a request: see RequestMeter. */
export interface Meter {
  charge(context: RequestContext, cost: number): Promise<void>;
}

/**
 * What travels with one GraphQL request through every resolver. `actor` is set by the permission guard of the first
 * operation that runs, so it is there in each resolver that names a permission.
 */
export class RequestContext {
  /** Who asks, once authenticated. */
  actor?: Actor;
  /** The authentication under way, shared by the operations of one request so that a token is looked at once. */
  authentication?: Promise<Actor | undefined>;
  /** Whether the document got as far as having its price reckoned and charged. */
  isPriced = false;
  /** What the answer says beside data and errors. */
  readonly extensions: AnswerExtensions = {};

  constructor(
    readonly req: FastifyRequest,
    /** The values of the query's variables as they came: their types are checked when it runs. */
    readonly variables: Readonly<Record<string, unknown>> = {},
    /** Which of a document's operations is asked for, where it has several. */
    readonly operationName?: string,
    /** Whom the cost of the request is told; undefined where nothing is charged. */
    readonly meter?: Meter,
  ) {}

  /** The id that the client finds in `x-request-id` and in every error, and the audit log beside every entry. */
  get requestId(): string {
    return this.req.id;
  }
}
