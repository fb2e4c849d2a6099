import { once } from 'node:events';
import { generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { SignJWT } from 'jose';

import {
  KEY_SET_CACHE_S,
  KEY_SET_PAUSE_S,
  KEY_SET_RETRY_S,
  KEY_SET_STALE_MAX_S,
} from '../src/auth/client-key-sets.js';
import { createTestApp, TEST_PUBLIC_URL, type TestApp } from './support/app.js';
import { givenMember, type TestMember } from './support/members.js';
import { tokenAnswer } from './support/token-endpoint.js';

/** A key of a client, by its name. */
interface Key {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly jwk: Readonly<Record<string, unknown>>;
}

function aKey(kid: string): Key {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return { kid, privateKey, jwk: { ...publicKey.export({ format: 'jwk' }), kid } };
}

const [oldKey, newKey] = [aKey('old'), aKey('new')];

let app: TestApp;
let other: TestApp;
let member: TestMember;
let server: Server;
let keysUrl: string;
let fetches = 0;
let answer: RequestListener;

const publish =
  (...keys: readonly Key[]): RequestListener =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/jwk-set+json' });
    response.end(JSON.stringify({ keys: keys.map(({ jwk }) => jwk) }));
  };

beforeAll(async () => {
  app = await createTestApp({ config: { outboundLoopback: true } });
  other = await app.anotherInstance();
  member = await givenMember(app);
  server = createServer((request, response) => {
    fetches += 1;
    answer(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});

beforeEach(() => {
  // An address of its own for each test: what was fetched before is remembered.
  keysUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/${randomUUID()}/jwks.json`;
  answer = publish(oldKey);
  fetches = 0;
});

afterAll(async () => {
  server.close();
  await app.close();
});

const ED25519 = { kty: 'OKP', crv: 'Ed25519' };
const inputOf = ({ jwk }: Key) => ({ ...ED25519, x: jwk['x'], kid: jwk['kid'] });

interface Created {
  readonly client: {
    readonly id: string;
    readonly authentication: string;
    readonly jwksUri: string | null;
  } | null;
  readonly clientSecret: string | null;
}

async function create(
  keys: Readonly<Record<string, unknown>>,
): Promise<Created & { userErrors: readonly { code: string }[] }> {
  return member.mutate<Created>(
    'createClient',
    { name: 'A machine', scopes: ['screening:run'], ...keys },
    'client { id authentication jwksUri } clientSecret',
  );
}

async function givenClient(keys: Readonly<Record<string, unknown>> = { jwksUri: keysUrl }): Promise<string> {
  const { client } = await create(keys);
  fetches = 0;
  return client?.id ?? '';
}

/** Signs in by a key. Gives the token, or the error. */
async function signIn(
  id: string,
  by: Key,
  on = app,
): Promise<{ token: string | undefined; error: string | undefined }> {
  const nowS = Math.floor(app.clock.now().getTime() / 1000);
  const assertion = await new SignJWT({
    iss: id,
    sub: id,
    aud: TEST_PUBLIC_URL,
    iat: nowS,
    exp: nowS + 60,
    jti: randomUUID(),
  })
    .setProtectedHeader({ alg: 'EdDSA', kid: by.kid })
    .sign(by.privateKey);
  const { access_token: token, error } = await tokenAnswer(on.url, {
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
  });
  return { token, error };
}

const isSignedIn = async (id: string, by: Key, on = app): Promise<boolean> =>
  (await signIn(id, by, on)).token !== undefined;

async function isTaken(token: string | undefined): Promise<boolean> {
  const answer = await app.anonymous.send('{ viewer { member { id } } }', {}, token ?? 'none');
  return (answer.body as { errors?: unknown }).errors === undefined;
}

describe('a machine that publishes its keys', () => {
  it('is made by their address, and signs in by them on every instance', async () => {
    const { client, clientSecret } = await create({ jwksUri: keysUrl });
    expect([client?.authentication, client?.jwksUri, clientSecret]).toEqual(['KEY_ADDRESS', keysUrl, null]);
    const id = client?.id ?? '';
    expect([await isSignedIn(id, oldKey), await isSignedIn(id, oldKey, other)]).toEqual([true, true]);
    expect(await isSignedIn(id, newKey)).toBe(false);
  });

  it('changes its key without a gap: the new one counts as soon as it is published', async () => {
    const id = await givenClient();
    expect(await isSignedIn(id, oldKey)).toBe(true);
    app.clock.advance({ seconds: KEY_SET_PAUSE_S });
    answer = publish(oldKey, newKey);
    expect([await isSignedIn(id, newKey), await isSignedIn(id, oldKey)]).toEqual([true, true]);
    answer = publish(newKey);
    app.clock.advance({ seconds: KEY_SET_CACHE_S });
    expect([await isSignedIn(id, newKey), await isSignedIn(id, oldKey)]).toEqual([true, false]);
  });

  it('has its keys fetched once in ten minutes, however often it signs in', async () => {
    const id = await givenClient();
    for (let times = 0; times < 5; times += 1) expect(await isSignedIn(id, oldKey)).toBe(true);
    expect(fetches).toBe(1);
    app.clock.advance({ seconds: KEY_SET_CACHE_S - 1 });
    await signIn(id, oldKey);
    expect(fetches).toBe(1);
    app.clock.advance({ seconds: 1 });
    await signIn(id, oldKey);
    expect(fetches).toBe(2);
  });

  it('has them fetched once for many who ask at the same moment', async () => {
    const id = await givenClient();
    const signed = await Promise.all(Array.from({ length: 8 }, () => isSignedIn(id, oldKey)));
    expect([signed, fetches]).toEqual([signed.map(() => true), 1]);
  });

  it('is not made to be asked again and again by assertions of unknown keys', async () => {
    const id = await givenClient();
    await signIn(id, oldKey);
    app.clock.advance({ seconds: KEY_SET_PAUSE_S });
    for (let times = 0; times < 5; times += 1) await signIn(id, aKey(`made up ${times}`));
    expect(fetches).toBe(2);
  });

  it('signs in by the keys known while its address does not answer, for an hour', async () => {
    const id = await givenClient();
    await signIn(id, oldKey);
    answer = (request) => request.socket.destroy();
    app.clock.advance({ seconds: KEY_SET_CACHE_S });
    expect(await isSignedIn(id, oldKey)).toBe(true);
    app.clock.advance({ seconds: KEY_SET_STALE_MAX_S - KEY_SET_CACHE_S });
    expect(await isSignedIn(id, oldKey)).toBe(false);
    answer = publish(oldKey);
    expect(await isSignedIn(id, oldKey)).toBe(false);
    app.clock.advance({ seconds: KEY_SET_RETRY_S });
    expect(await isSignedIn(id, oldKey)).toBe(true);
  });

  it.each<[string, RequestListener]>([
    [
      'no JSON',
      (_request, response) => response.writeHead(200, { 'content-type': 'application/json' }).end('<'),
    ],
    ['a page', (_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('{}')],
    [
      'an error',
      (_request, response) => response.writeHead(404, { 'content-type': 'application/json' }).end('{}'),
    ],
    [
      'a redirect',
      (_request, response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end(),
    ],
    ['no keys', publish()],
    ['nothing', (request) => request.socket.destroy()],
  ])('is not made where the address gives %s', async (_name, listener) => {
    answer = listener;
    const { client, userErrors } = await create({ jwksUri: keysUrl });
    expect([client, userErrors]).toMatchObject([null, [{ code: 'INVALID_KEY', field: ['jwksUri'] }]]);
  });

  it.each([
    'http://10.0.0.8/jwks.json',
    'https://169.254.169.254/jwks.json',
    'https://user:secret@keys.example/jwks.json',
    'https://keys.example:8443/jwks.json',
    'file:///etc/passwd',
    'keys.example',
    '',
  ])('is not made with the address %j, which is not asked', async (jwksUri) => {
    const { client, userErrors } = await create({ jwksUri });
    expect([client, userErrors]).toMatchObject([null, [{ code: 'INVALID_URL', field: ['jwksUri'] }]]);
  });

  it('is not made with keys and an address', async () => {
    const { userErrors } = await create({ jwksUri: keysUrl, jwks: { keys: [inputOf(oldKey)] } });
    expect(userErrors).toMatchObject([{ code: 'INVALID_KEY' }]);
  });
});

describe('setClientKeys', () => {
  const set = (clientId: string, keys: Readonly<Record<string, unknown>>) =>
    member.mutate<{ client: { authentication: string } | null }>(
      'setClientKeys',
      { clientId, ...keys },
      'client { authentication }',
    );
  const jwks = (...keys: readonly Key[]) => ({ jwks: { keys: keys.map(inputOf) } });

  it('adds a key without a gap: tokens and the old key go on', async () => {
    const id = await givenClient(jwks(oldKey));
    const { token } = await signIn(id, oldKey);
    expect((await set(id, jwks(oldKey, newKey))).userErrors).toEqual([]);
    expect([await isTaken(token), await isSignedIn(id, oldKey), await isSignedIn(id, newKey, other)]).toEqual(
      [true, true, true],
    );
  });

  it('takes a key away with the tokens it may have got, at the next request', async () => {
    const id = await givenClient(jwks(oldKey, newKey));
    const { token } = await signIn(id, newKey);
    await set(id, jwks(newKey));
    expect([await isTaken(token), await isSignedIn(id, oldKey), await isSignedIn(id, newKey)]).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('takes a secret away for keys, and keys for an address', async () => {
    const { client, clientSecret } = await create({});
    const id = client?.id ?? '';
    const bySecret = { grant_type: 'client_credentials', client_id: id, client_secret: clientSecret ?? '' };
    const { access_token: token } = await tokenAnswer(app.url, bySecret);
    expect((await set(id, jwks(oldKey))).client?.authentication).toBe('KEYS');
    expect([await isTaken(token), (await tokenAnswer(app.url, bySecret)).error]).toEqual([
      false,
      'invalid_client',
    ]);
    expect(await isSignedIn(id, oldKey)).toBe(true);

    answer = publish(newKey);
    expect((await set(id, { jwksUri: keysUrl })).client?.authentication).toBe('KEY_ADDRESS');
    expect([await isSignedIn(id, oldKey), await isSignedIn(id, newKey)]).toEqual([false, true]);
  });

  it('refuses what is no key, nothing at all, and another member’s client', async () => {
    const id = await givenClient(jwks(oldKey));
    expect((await set(id, {})).userErrors).toMatchObject([{ code: 'INVALID_KEY' }]);
    expect((await set(id, { jwks: { keys: [] } })).userErrors).toMatchObject([{ code: 'INVALID_KEY' }]);
    const stranger = await givenMember(app);
    expect(await stranger.refusalCodes('setClientKeys', { clientId: id, ...jwks(newKey) })).toEqual([
      'NOT_FOUND',
    ]);
    expect(await isSignedIn(id, oldKey)).toBe(true);
  });

  it('refuses a client that is deactivated', async () => {
    const id = await givenClient(jwks(oldKey));
    await member.mutate('deactivateClient', { clientId: id });
    expect((await set(id, jwks(newKey))).userErrors).toMatchObject([{ code: 'NOT_ALLOWED_IN_STATE' }]);
    expect(await isSignedIn(id, newKey)).toBe(false);
  });
});
