import { generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';

import { SignJWT, UnsecuredJWT } from 'jose';

import { claimedClientId, verifyClientAssertion } from './client-assertion.js';
import type { ClientJwk } from './client-jwks.js';

const clientId = 'cli_0123456789abcdefghijkl';
const issuer = 'https://cordon.example';
const now = new Date('2026-06-01T12:00:00Z');
const nowS = now.getTime() / 1000;

const ecPair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const edPair = generateKeyPairSync('ed25519');
const otherPair = generateKeyPairSync('ed25519');
const jwkOf = (key: KeyObject, kid?: string): ClientJwk =>
  ({ ...key.export({ format: 'jwk' }), ...(kid === undefined ? {} : { kid }) }) as ClientJwk;

const client = { clientId, jwks: { keys: [jwkOf(ecPair.publicKey, 'ec'), jwkOf(edPair.publicKey, 'ed')] } };

interface Assertion {
  readonly alg: string;
  readonly key: KeyObject | Uint8Array;
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
}

function assertion(change: Partial<Assertion> = {}): Promise<string> {
  const { alg = 'EdDSA', key = edPair.privateKey, header = { kid: 'ed' }, claims = {} } = change;
  const payload = {
    iss: clientId,
    sub: clientId,
    aud: issuer,
    exp: nowS + 60,
    jti: randomUUID(),
    ...claims,
  };
  return new SignJWT(payload).setProtectedHeader({ alg, ...header }).sign(key);
}

describe('verifyClientAssertion', () => {
  it.each<[string, Partial<Assertion>]>([
    ['EdDSA', {}],
    ['ES256', { alg: 'ES256', key: ecPair.privateKey, header: { kid: 'ec' } }],
    ['one key of its algorithm, unnamed', { header: {} }],
    ['an expiry at the bound', { claims: { exp: nowS + 60 } }],
    ['one made by a clock that is a little ahead', { claims: { iat: nowS + 5, exp: nowS + 65 } }],
    ['the type of RFC 7523bis', { header: { kid: 'ed', typ: 'client-authentication+jwt' } }],
    ['the general type', { header: { kid: 'ed', typ: 'JWT' } }],
  ])('takes %s', async (_name, change) => {
    const used = await verifyClientAssertion(await assertion(change), client, issuer, now);
    expect(used).toMatchObject({ expiresAt: expect.any(Date) as Date });
  });

  it('gives what it is remembered by', async () => {
    const jwt = await assertion({ claims: { jti: 'once', exp: nowS + 30 } });
    expect(await verifyClientAssertion(jwt, client, issuer, now)).toEqual({
      jti: 'once',
      expiresAt: new Date((nowS + 30) * 1000),
    });
  });

  const publicPem = edPair.publicKey.export({ format: 'pem', type: 'spki' });
  it.each<[string, Partial<Assertion>]>([
    ['one that has expired', { claims: { exp: nowS } }],
    ['one that lives longer than a minute', { claims: { exp: nowS + 61 } }],
    ['one without an expiry', { claims: { exp: undefined } }],
    ['one made in the future', { claims: { iat: nowS + 6, exp: nowS + 60 } }],
    ['one made for longer than a minute', { claims: { iat: nowS - 30, exp: nowS + 31 } }],
    ['one made when, it does not say in numbers', { claims: { iat: '1' } }],
    ['one that is not valid yet', { claims: { nbf: nowS + 10 } }],
    ['one without a jti', { claims: { jti: undefined } }],
    ['an empty jti', { claims: { jti: '' } }],
    ['a jti that is a number', { claims: { jti: 7 } }],
    ['an overlong jti', { claims: { jti: 'j'.repeat(201) } }],
    ['another audience', { claims: { aud: 'https://elsewhere.example' } }],
    ['the token endpoint as audience', { claims: { aud: `${issuer}/oauth/token` } }],
    ['our audience in a list', { claims: { aud: [issuer] } }],
    ['our audience and another', { claims: { aud: [issuer, 'https://elsewhere.example'] } }],
    ['the type of an access token', { header: { kid: 'ed', typ: 'at+jwt' } }],
    ['the type of a proof', { header: { kid: 'ed', typ: 'dpop+jwt' } }],
    ['no audience', { claims: { aud: undefined } }],
    ['another issuer', { claims: { iss: 'cli_another0000000000000' } }],
    ['another subject', { claims: { sub: 'cli_another0000000000000' } }],
    ['a key that is not its own', { key: otherPair.privateKey }],
    ['its own key under a kid that it has not', { header: { kid: 'unknown' } }],
    [
      'a key that the header brings along',
      { key: otherPair.privateKey, header: { kid: 'ed', jwk: jwkOf(otherPair.publicKey) } },
    ],
    ['HS256 with its public key', { alg: 'HS256', key: Buffer.from(publicPem) }],
    ['a critical extension', { header: { kid: 'ed', crit: ['x'], x: 1 } }],
  ])('refuses %s', async (_name, change) => {
    let jwt: string;
    try {
      jwt = await assertion(change);
    } catch {
      // jose does not sign an unknown critical extension itself.
      const [, payload = ''] = (await assertion()).split('.');
      const header = Buffer.from(JSON.stringify({ alg: 'EdDSA', ...change.header })).toString('base64url');
      jwt = `${header}.${payload}.AAAA`;
    }
    expect(await verifyClientAssertion(jwt, client, issuer, now)).toBeUndefined();
  });

  it.each(['', 'a', 'a.b.c', '..', 'null', '{}', new UnsecuredJWT({ sub: clientId }).encode()])(
    'refuses %p',
    async (jwt) => {
      expect(await verifyClientAssertion(jwt, client, issuer, now)).toBeUndefined();
    },
  );

  it('refuses an unnamed key where several could be meant', async () => {
    const keys = [jwkOf(edPair.publicKey, 'a'), jwkOf(otherPair.publicKey, 'b')];
    const jwt = await assertion({ header: {} });
    expect(await verifyClientAssertion(jwt, { clientId, jwks: { keys } }, issuer, now)).toBeUndefined();
  });
});

describe('claimedClientId', () => {
  it.each([
    ['a claim', new UnsecuredJWT({ sub: clientId }).encode(), clientId],
    ['no claim', new UnsecuredJWT({}).encode(), undefined],
    ['no JWT', 'x', undefined],
  ])('reads %s', (_name, jwt, expected) => {
    expect(claimedClientId(jwt)).toBe(expected);
  });
});
