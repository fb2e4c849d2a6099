import { toGlobalId } from '../../src/common/id.js';
import type { Child } from './child.js';
import type { Register } from './seed-register.js';

/** A token lives 300 s; one measurement takes at most 60 s. */
const TOKEN_USED_MS_MAX = 120_000;

/** The asker's machine, signed in at the service. */
export class Session {
  #token: { readonly text: string; readonly issuedAtMs: number } | undefined;

  constructor(
    private readonly service: Child,
    private readonly client: Pick<Register, 'clientId' | 'clientSecret'>,
  ) {}

  /** The headers of a request, with a token that is good for the next measurement. */
  async headers(): Promise<Readonly<Record<string, string>>> {
    const nowMs = performance.now();
    if (this.#token === undefined || nowMs - this.#token.issuedAtMs > TOKEN_USED_MS_MAX) {
      this.#token = { text: await this.newToken(), issuedAtMs: nowMs };
    }
    return {
      authorization: `Bearer ${this.#token.text}`,
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
    };
  }

  private async newToken(): Promise<string> {
    const credentials = `${toGlobalId('client', this.client.clientId)}:${this.client.clientSecret}`;
    const answer = await fetch(`${this.service.origin}/oauth/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    const { access_token: token } = (await answer.json()) as { readonly access_token?: string };
    if (token === undefined) throw new Error(`The service gives no token: status ${answer.status}.`);
    return token;
  }
}
