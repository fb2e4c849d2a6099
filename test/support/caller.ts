import { ACCESS_TOKEN_LIFE_S, type TokenIssuer, type TokenSubject } from '../../src/auth/index.js';
import request, { type Response } from 'supertest';

import type { Clock } from '../../src/common/clock.js';

/** One error of a GraphQL answer. */
export interface AnsweredError {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly requestId: string };
}

/** A refusal in a payload. */
export interface AnsweredUserError {
  readonly code: string;
  readonly field: readonly string[];
  readonly message: string;
}

export type Variables = Readonly<Record<string, unknown>>;

/** Somebody who calls the API over HTTP: a person, a machine, or (without a token) nobody. */
export class Caller {
  #token: { readonly text: string; readonly issuedAtMs: number } | undefined;

  constructor(
    private readonly url: string,
    private readonly identity?: {
      readonly subject: TokenSubject;
      readonly issuer: TokenIssuer;
      readonly clock: Clock;
    },
  ) {}

  /** The caller's access token, renewed a minute before it expires by the clock. */
  async token(): Promise<string | undefined> {
    if (this.identity === undefined) return undefined;
    const { subject, issuer, clock } = this.identity;
    const nowMs = clock.now().getTime();
    if (this.#token === undefined || nowMs - this.#token.issuedAtMs > (ACCESS_TOKEN_LIFE_S - 60) * 1000) {
      // As if the person had just signed in: what grants power is refused to older sign-ins (test/step-up.spec.ts).
      const fresh = subject.kind === 'user' ? { ...subject, authenticatedAt: clock.now() } : subject;
      this.#token = { text: await issuer.issue(fresh), issuedAtMs: nowMs };
    }
    return this.#token.text;
  }

  /** Sends a document and gives the whole HTTP answer. */
  async send(document: string, variables: Variables = {}, token?: string): Promise<Response> {
    const bearer = token ?? (await this.token());
    const post = request(this.url).post('/graphql').set('accept', 'application/json');
    if (bearer !== undefined) void post.set('authorization', `Bearer ${bearer}`);
    return post.send({ query: document, variables });
  }

  /** Sends a document that must succeed, and gives its `data`. */
  async query<Data = Record<string, never>>(document: string, variables: Variables = {}): Promise<Data> {
    const answer = await this.send(document, variables);
    const { data, errors } = answer.body as { data?: Data; errors?: AnsweredError[] };
    if (errors !== undefined || data === undefined) throw new Error(`The query failed: ${answer.text}`);
    return data;
  }

  /** Sends a document that must fail, and gives the codes of its errors. */
  async errorCodes(document: string, variables: Variables = {}): Promise<string[]> {
    const answer = await this.send(document, variables);
    const { errors = [] } = answer.body as { errors?: AnsweredError[] };
    return errors.map((error) => error.extensions.code);
  }

  /**
   * Runs a mutation by the API's own rule, one `input` and one payload, and gives the payload with its `userErrors`.
   *
   * `await admin.mutate('approveMember', { memberId }, 'member { status }')`
   */
  async mutate<Payload = Record<string, never>>(
    name: string,
    input: Variables,
    selection = '',
  ): Promise<Payload & { readonly userErrors: readonly AnsweredUserError[] }> {
    const data = await this.query<Record<string, Payload & { userErrors: AnsweredUserError[] }>>(
      mutation(name, selection),
      { input },
    );
    const payload = data[name];
    if (payload === undefined) throw new Error(`The mutation ${name} answered without a payload.`);
    return payload;
  }

  /** The same for a mutation that must be refused: the codes of its `userErrors`. */
  async refusalCodes(name: string, input: Variables): Promise<string[]> {
    return (await this.mutate(name, input)).userErrors.map((error) => error.code);
  }

  /** The same for a mutation that must not run at all: the codes of the errors. */
  async mutationErrorCodes(name: string, input: Variables): Promise<string[]> {
    return this.errorCodes(mutation(name, ''), { input });
  }
}

function mutation(name: string, selection: string): string {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  return `mutation ($input: ${type}!) { ${name}(input: $input) { ${selection} userErrors { code field message } } }`;
}
