import { createHmac, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';

import { SignJWT, UnsecuredJWT, type CryptoKey } from 'jose';
import request from 'supertest';

import { SigningKeys } from '../src/auth/index.js';
import { newId, toGlobalId } from '../src/common/id.js';
import { createTestApp, TEST_PUBLIC_URL, type TestApp } from './support/app.js';
import { givenMember } from './support/members.js';

const VIEWER = '{ viewer { member { id } } }';

let app: TestApp;
let kid: string;
let key: CryptoKey;
let publicX: string;
/** What a good token of a person says. */
let claims: Readonly<Record<string, unknown>>;

const stranger = generateKeyPairSync('ed25519');
const ecPair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const rsaPair = generateKeyPairSync('rsa', { modulusLength: 2048 });

beforeAll(async () => {
  app = await createTestApp();
  const member = await givenMember(app, { roles: ['SUBMITTER'] });
  ({ kid, key } = await app.nest.get(SigningKeys).signingKey());
  publicX = (await app.nest.get(SigningKeys).published()).find((each) => each.kid === kid)?.x ?? '';
  const [, payload = ''] = ((await member.token()) ?? '').split('.');
  claims = JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')) as typeof claims;
});

afterAll(() => app.close());

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const nowS = (): number => Math.floor(app.clock.now().getTime() / 1000);

/** A token of our own key, with parts of the header and the claims replaced. Undefined leaves a part out. */
function ours(
  header: Readonly<Record<string, unknown>> = {},
  change: Readonly<Record<string, unknown>> = {},
) {
  return new SignJWT({ ...claims, ...change })
    .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid, ...header })
    .sign(key);
}

/** The same, signed by another key; `jose` would refuse to write some of these. */
function forged(header: Readonly<Record<string, unknown>>, signature: (input: Buffer) => Buffer): string {
  const input = `${encode({ alg: 'EdDSA', typ: 'at+jwt', kid, ...header })}.${encode(claims)}`;
  return `${input}.${signature(Buffer.from(input)).toString('base64url')}`;
}

const byStranger = (input: Buffer): Buffer => sign(null, input, stranger.privateKey);
const publicPem = (pair: { publicKey: KeyObject }): string =>
  pair.publicKey.export({ format: 'pem', type: 'spki' }).toString();
const jwkOf = (pair: { publicKey: KeyObject }): unknown => pair.publicKey.export({ format: 'jwk' });
const hmac = (secret: string | Buffer) => (input: Buffer) =>
  createHmac('sha256', secret).update(input).digest();

async function codeFor(authorization: string): Promise<string | undefined> {
  const answer = await request(app.url)
    .post('/graphql')
    .set('authorization', authorization)
    .send({ query: VIEWER });
  expect(answer.status).toBeLessThan(500);
  return (answer.body as { errors?: { extensions: { code: string } }[] }).errors?.[0]?.extensions.code;
}

it('takes the token that all the attacks are made from', async () => {
  expect(await codeFor(`Bearer ${await ours()}`)).toBeUndefined();
  expect(await codeFor(`bearer ${await ours()}`)).toBeUndefined();
});

it.each<[string, () => Promise<string> | string]>([
  // The algorithm is the attacker's choice.
  ['alg none', () => new UnsecuredJWT({ ...claims }).encode()],
  ['alg none with our kid and type', () => forged({ alg: 'none' }, () => Buffer.alloc(0))],
  ['alg None', () => forged({ alg: 'None' }, () => Buffer.alloc(0))],
  ['alg none with a signature', () => forged({ alg: 'none' }, byStranger)],
  ['no alg', () => forged({ alg: undefined }, byStranger)],
  ['HS256 with our public key as the secret', () => forged({ alg: 'HS256' }, hmac(publicX))],
  ['HS256 with its bytes', () => forged({ alg: 'HS256' }, hmac(Buffer.from(publicX, 'base64url')))],
  ['HS256 with an empty secret', () => forged({ alg: 'HS256' }, hmac(''))],
  ['HS256 with a PEM', () => forged({ alg: 'HS256' }, hmac(publicPem(stranger)))],
  ['ES256', () => forged({ alg: 'ES256' }, (input) => sign('sha256', input, ecPair.privateKey))],
  ['RS256', () => forged({ alg: 'RS256' }, (input) => sign('sha256', input, rsaPair.privateKey))],
  ['the name Ed25519', () => forged({ alg: 'Ed25519' }, byStranger)],

  // The key is the attacker's choice.
  ["a stranger's key under our kid", () => forged({}, byStranger)],
  ['an unknown kid', () => forged({ kid: randomUUID() }, byStranger)],
  ['our key under an unknown kid', () => ours({ kid: randomUUID() })],
  ['no kid', () => ours({ kid: undefined })],
  ['an empty kid', () => ours({ kid: '' })],
  ['a path as kid', () => forged({ kid: '../../../../dev/null' }, hmac(''))],
  ['a URL as kid', () => forged({ kid: 'https://keys.example/jwks.json' }, byStranger)],
  ['SQL as kid', () => forged({ kid: `' or '1'='1` }, byStranger)],
  ['a NUL in the kid', () => forged({ kid: `${kid}\0` }, byStranger)],
  ['an overlong kid', () => forged({ kid: 'k'.repeat(2000) }, byStranger)],
  ['a number as kid', () => forged({ kid: 1 }, byStranger)],
  ['a list as kid', () => forged({ kid: [kid] }, byStranger)],
  ['__proto__ as kid', () => forged({ kid: '__proto__' }, byStranger)],
  ['a key in the header', () => forged({ jwk: jwkOf(stranger) }, byStranger)],
  ['a key in the header and no kid', () => forged({ jwk: jwkOf(stranger), kid: undefined }, byStranger)],
  ['the address of keys', () => forged({ jku: 'https://keys.example/jwks.json' }, byStranger)],
  ['a certificate', () => forged({ x5c: ['MIIB'] }, byStranger)],
  ['the address of a certificate', () => forged({ x5u: 'https://keys.example/cert.pem' }, byStranger)],

  // The token is one of ours, for another use.
  ['the type JWT', () => ours({ typ: 'JWT' })],
  ['no type', () => ours({ typ: undefined })],
  ['the type of an ID token', () => ours({ typ: 'id+jwt' })],
  ['a type that is no text', () => forged({ typ: ['at+jwt'] }, byStranger)],
  ['another issuer', () => ours({}, { iss: 'https://elsewhere.example' })],
  ['an issuer with a slash', () => ours({}, { iss: `${TEST_PUBLIC_URL}/` })],
  ['no issuer', () => ours({}, { iss: undefined })],
  ['another audience', () => ours({}, { aud: 'https://elsewhere.example' })],
  ['an empty list of audiences', () => ours({}, { aud: [] })],
  ['no audience', () => ours({}, { aud: undefined })],
  ['an expiry in the past', () => ours({}, { exp: nowS() - 1 })],
  ['an expiry now', () => ours({}, { exp: nowS() })],
  ['no expiry', () => ours({}, { exp: undefined })],
  ['an expiry as text', () => ours({}, { exp: '9999999999' })],
  ['a beginning in the future', () => ours({}, { nbf: nowS() + 60 })],
  ['no jti', () => ours({}, { jti: undefined })],
  ['no issuing time', () => ours({}, { iat: undefined })],
  ['a critical extension', () => forged({ crit: ['exp'], exp: 1 }, byStranger)],
  ['an unencoded payload', () => forged({ b64: false, crit: ['b64'] }, byStranger)],

  // The token is one of ours, of somebody else or of nobody.
  ['a user that there is not', () => ours({}, { sub: toGlobalId('user', newId('user')) })],
  ['another member', () => ours({}, { member: toGlobalId('member', newId('member')) })],
  ['a past epoch', () => ours({}, { epoch: -1 })],
  ['an epoch to come', () => ours({}, { epoch: 1 })],
  ['an unknown role', () => ours({}, { roles: ['SUPERUSER'] })],
  ['scopes beside roles', () => ours({}, { scope: 'report:triage' })],
  ['SQL as epoch', () => ours({}, { epoch: '0; drop table member' })],

  // The token has been changed on the way, or is none.
  [
    'a changed claim',
    async () => {
      const [header, , signature] = (await ours()).split('.');
      return `${header ?? ''}.${encode({ ...claims, roles: ['COALITION_ADMIN'] })}.${signature ?? ''}`;
    },
  ],
  [
    'a changed signature',
    async () => {
      const [header, payload, signature = ''] = (await ours()).split('.');
      return `${header ?? ''}.${payload ?? ''}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
    },
  ],
  ['a signature cut short', async () => (await ours()).slice(0, -4)],
  ['no signature', async () => (await ours()).replace(/[^.]*$/, '')],
  ['a fourth part', async () => `${await ours()}.AAAA`],
  ['two parts', async () => (await ours()).split('.').slice(0, 2).join('.')],
  ['an overlong token', async () => `${await ours()}${'A'.repeat(5000)}`],
  ['a header that is no JSON', () => `AAAA.${encode(claims)}.AAAA`],
  ['a header that is a list', () => `${encode([])}.${encode(claims)}.AAAA`],
  ['a header that is null', () => `${encode(null)}.${encode(claims)}.AAAA`],
  ['dots', () => '..'],
  ['a word', () => 'admin'],
])('refuses %s', async (_name, token) => {
  expect(await codeFor(`Bearer ${await token()}`)).toBe('UNAUTHENTICATED');
});

it.each([
  ['no scheme', (token: string) => token],
  ['Basic', (token: string) => `Basic ${token}`],
  ['two tokens', (token: string) => `Bearer ${token}, Bearer ${token}`],
  ['a token and more', (token: string) => `Bearer ${token} x`],
  ['no token', () => 'Bearer'],
  ['quotes', (token: string) => `Bearer "${token}"`],
])('refuses a header with %s', async (_name, header) => {
  expect(await codeFor(header(await ours()))).toBe('UNAUTHENTICATED');
});
