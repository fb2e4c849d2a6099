import { generateKeyPairSync } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { Provider, type ClientMetadata, type Configuration } from 'oidc-provider';

import { providerStore } from './provider-store.js';

/** Who sits before the provider's sign-in page, and how the provider says they signed in. */
export interface ProviderAccount {
  readonly subject: string;
  readonly acr?: string | undefined;
  readonly amr?: readonly string[] | undefined;
  /** Seconds since 1970; left out: now. */
  readonly authTimeS?: number | undefined;
  readonly email?: string | undefined;
}

/** A real OpenID Connect provider on this machine. Its sign-in page lets in whoever the test says sits before it. */
export interface TestProvider {
  readonly issuer: string;
  /** Who signs in from now on. */
  account: ProviderAccount;
  /** Publishes other keys than it signs with. */
  publishesOtherKeys: boolean;
  /** Registers a client, in the place of those before. */
  register(client: ClientMetadata): void;
  /** What a browser does: goes to the address, signs in, and is sent back. Gives path and query of where to. */
  visit(url: string, change?: (url: URL) => void): Promise<string>;
  close(): Promise<void>;
}

const HOPS_MAX = 10;

export async function startProvider(): Promise<TestProvider> {
  let client: ClientMetadata | undefined;
  const server = createServer((request, response) => {
    if (test.publishesOtherKeys && request.url === '/jwks') {
      response.setHeader('content-type', 'application/jwk-set+json');
      response.end(JSON.stringify({ keys: [publicHalf(other)] }));
    } else if (request.url?.startsWith('/interaction/') === true) {
      void interact(provider, request, response, test.account);
    } else {
      void answers(request, response);
    }
  });
  const issuer = await listening(server);
  const [signing, other] = [signingJwk(), signingJwk()];
  const test: TestProvider = {
    issuer,
    account: { subject: 'nobody' },
    publishesOtherKeys: false,
    register: (registered) => {
      client = registered;
    },
    visit: (url, change) => visit(issuer, url, change),
    close: () =>
      new Promise((closed) => {
        server.closeAllConnections();
        server.close(() => {
          closed();
        });
      }),
  };
  const provider = new Provider(issuer, {
    adapter: providerStore(() => client),
    ...configuration(signing, () => test.account),
  });
  const answers = provider.callback() as (
    request: IncomingMessage,
    response: ServerResponse,
  ) => Promise<void>;
  return test;
}

function configuration(signing: object, account: () => ProviderAccount): Configuration {
  return {
    jwks: { keys: [signing] },
    cookies: { keys: ['a test key'] },
    claims: { openid: ['sub', 'acr', 'amr', 'auth_time', 'email', 'email_verified'] },
    features: { devInteractions: { enabled: false }, claimsParameter: { enabled: true } },
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'private_key_jwt'],
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    findAccount: (_ctx, sub) => ({
      accountId: sub,
      claims: () => ({ sub, email: account().email, email_verified: true }),
    }),
    // Whoever signs in has agreed: consent is not what is tested.
    loadExistingGrant: async (ctx) => {
      const { client: asking, session, provider } = ctx.oidc;
      const grant = new provider.Grant({
        ...(asking && { clientId: asking.clientId }),
        ...(session?.accountId !== undefined && { accountId: session.accountId }),
      });
      grant.addOIDCScope('openid');
      await grant.save();
      return grant;
    },
  };
}

async function interact(
  provider: Provider,
  request: IncomingMessage,
  response: ServerResponse,
  { subject, acr, amr, authTimeS }: ProviderAccount,
): Promise<void> {
  await provider.interactionFinished(request, response, {
    consent: {},
    login: {
      accountId: subject,
      ...(acr !== undefined && { acr }),
      ...(amr !== undefined && { amr: [...amr] }),
      ...(authTimeS !== undefined && { ts: authTimeS }),
    },
  });
}

/** Follows redirects with cookies until they lead away from the provider. */
async function visit(issuer: string, from: string, change?: (url: URL) => void): Promise<string> {
  const cookies = new Map<string, string>();
  let url = new URL(from);
  change?.(url);
  for (let hops = 0; hops < HOPS_MAX; hops += 1) {
    if (url.origin !== issuer) return `${url.pathname}${url.search}`;
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`The provider answered ${answer.status}: ${await answer.text()}`);
    url = new URL(location, url);
  }
  throw new Error('The provider sent the browser around in a circle.');
}

function listening(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      resolve(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    });
  });
}

function signingJwk(): Readonly<Record<string, unknown>> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...privateKey.export({ format: 'jwk' }), kid: 'the-key', use: 'sig', alg: 'RS256' };
}

function publicHalf({ kty, n, e, kid, use, alg }: Readonly<Record<string, unknown>>): object {
  return { kty, n, e, kid, use, alg };
}
