import request, { type Response } from 'supertest';

import { TEST_PUBLIC_URL, type TestApp } from './app.js';
import type { Variables } from './caller.js';

/** The headers that a browser sends from a page of ours. */
export const FROM_OWN_PAGE: Readonly<Record<string, string>> = {
  origin: TEST_PUBLIC_URL,
  'sec-fetch-site': 'same-origin',
};

/** A browser: it keeps cookies, and sends what it does from a page of ours. */
export class Browser {
  readonly cookies = new Map<string, string>();
  readonly #origin: string;

  constructor(
    private readonly app: Pick<TestApp, 'url'>,
    { origin = TEST_PUBLIC_URL }: { readonly origin?: string } = {},
  ) {
    this.#origin = origin;
  }

  /** Sends JSON; headers given by name replace the browser's own, an empty one leaves it out. */
  async post(
    path: string,
    body: object = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    const sent = { ...FROM_OWN_PAGE, origin: this.#origin, ...headers };
    const post = request(this.app.url).post(path).set('accept', 'application/json');
    for (const [name, value] of Object.entries({ 'content-type': 'application/json', ...sent })) {
      if (value !== '') void post.set(name, value);
    }
    return this.keep(await this.with(post).send(JSON.stringify(body)));
  }

  /** Goes to an address, as a link of another site would have it go. */
  async go(path: string): Promise<Response> {
    return this.keep(await this.with(request(this.app.url).get(path).redirects(0)));
  }

  /** Sends a GraphQL document with the session's cookie. */
  async send(
    document: string,
    variables: Variables = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    return this.post('/graphql', { query: document, variables }, headers);
  }

  /** The `data` of a document that must succeed. */
  async query<Data>(document: string, variables: Variables = {}): Promise<Data> {
    const answer = await this.send(document, variables);
    const { data, errors } = answer.body as { data?: Data; errors?: unknown };
    if (errors !== undefined || data === undefined) throw new Error(`The query failed: ${answer.text}`);
    return data;
  }

  /** The codes of the errors of a document that must fail. */
  async errorCodes(document: string, variables: Variables = {}): Promise<readonly string[]> {
    return codesOf(await this.send(document, variables));
  }

  private with(sent: request.Test): request.Test {
    const cookies = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return cookies === '' ? sent : sent.set('cookie', cookies);
  }

  private keep(answer: Response): Response {
    const set = (answer.headers['set-cookie'] ?? []) as unknown as readonly string[];
    for (const line of set) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line)) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }
}

/** The codes of the errors in an answer of GraphQL. */
export function codesOf(answer: Response): readonly string[] {
  const { errors = [] } = answer.body as { errors?: { extensions: { code: string } }[] };
  return errors.map(({ extensions }) => extensions.code);
}
