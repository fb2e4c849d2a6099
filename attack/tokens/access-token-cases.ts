import { randomUUID } from 'node:crypto';

import { newId, toGlobalId } from '../../src/common/id.js';
import { TEST_PUBLIC_URL } from '../../test/support/app.js';
import {
  byEc,
  byHmac,
  byNobody,
  byRsa,
  byStranger,
  encode,
  forge,
  publicPem,
  rsaJwk,
  split,
  stranger,
  strangerJwk,
  type Said,
  type Signature,
} from './forge.js';
import type { TokenCase } from './token-case.js';
import type { TokenWorld } from './token-world.js';

type MakeToken = (world: TokenWorld) => Promise<string> | string;

/** A token that is not ours: what a good one says, under another header and signature. */
const forged =
  (header: Said, signature: Signature): MakeToken =>
  ({ kid, claims }) =>
    forge({ alg: 'EdDSA', typ: 'at+jwt', kid, ...header }, claims, signature);

/** A token of our own key that was made for something else. */
const ours =
  (header: Said, claims: Said = {}): MakeToken =>
  (world) =>
    world.ours(header, claims);

const timed =
  (claims: (nowS: number) => Said): MakeToken =>
  (world) =>
    world.ours({}, claims(world.nowS()));

const TOKENS: readonly (readonly [name: string, make: MakeToken])[] = [
  // The algorithm is the attacker's choice.
  ['alg none', ({ claims }) => forge({ alg: 'none' }, claims, byNobody)],
  ['alg none with our kid and type', forged({ alg: 'none' }, byNobody)],
  ['alg None', forged({ alg: 'None' }, byNobody)],
  ['alg none with a signature', forged({ alg: 'none' }, byStranger)],
  ['no alg', forged({ alg: undefined }, byStranger)],
  ['an alg that is a list', forged({ alg: ['EdDSA'] }, byStranger)],
  [
    'HS256 with our public key as the secret',
    (world) => forged({ alg: 'HS256' }, byHmac(world.publicX))(world),
  ],
  [
    'HS256 with its bytes',
    (world) => forged({ alg: 'HS256' }, byHmac(Buffer.from(world.publicX, 'base64url')))(world),
  ],
  ['HS256 with an empty secret', forged({ alg: 'HS256' }, byHmac(''))],
  ['HS256 with a PEM', forged({ alg: 'HS256' }, byHmac(publicPem(stranger.publicKey)))],
  ['ES256', forged({ alg: 'ES256' }, byEc)],
  ['RS256', forged({ alg: 'RS256' }, byRsa)],
  ['the name Ed25519', forged({ alg: 'Ed25519' }, byStranger)],

  // The key is the attacker's choice.
  ["a stranger's key under our kid", forged({}, byStranger)],
  ['an unknown kid', forged({ kid: randomUUID() }, byStranger)],
  ['our key under an unknown kid', ours({ kid: randomUUID() })],
  ['no kid', ours({ kid: undefined })],
  ['an empty kid', ours({ kid: '' })],
  ['a path as kid', forged({ kid: '../../../../dev/null' }, byHmac(''))],
  ['a URL as kid', forged({ kid: 'https://keys.example/jwks.json' }, byStranger)],
  ['SQL as kid', forged({ kid: `' or '1'='1` }, byStranger)],
  ['a NUL in the kid', (world) => forged({ kid: `${world.kid}\0` }, byStranger)(world)],
  ['an overlong kid', forged({ kid: 'k'.repeat(2000) }, byStranger)],
  ['a number as kid', forged({ kid: 1 }, byStranger)],
  ['a list as kid', (world) => forged({ kid: [world.kid] }, byStranger)(world)],
  ['__proto__ as kid', forged({ kid: '__proto__' }, byStranger)],
  ['a key in the header', forged({ jwk: strangerJwk }, byStranger)],
  ['a key in the header and no kid', forged({ jwk: strangerJwk, kid: undefined }, byStranger)],
  ['an RSA key in the header', forged({ alg: 'RS256', jwk: rsaJwk }, byRsa)],
  ['the address of keys', forged({ jku: 'https://keys.example/jwks.json' }, byStranger)],
  ['a certificate', forged({ x5c: ['MIIB'] }, byStranger)],
  ['the address of a certificate', forged({ x5u: 'https://keys.example/cert.pem' }, byStranger)],

  // The token is one of ours, for another use.
  ['the type JWT', ours({ typ: 'JWT' })],
  ['no type', ours({ typ: undefined })],
  ['the type of an ID token', ours({ typ: 'id+jwt' })],
  ['the type of a proof', ours({ typ: 'dpop+jwt' })],
  ['a type that is no text', forged({ typ: ['at+jwt'] }, byStranger)],
  ['another issuer', ours({}, { iss: 'https://elsewhere.example' })],
  ['an issuer with a slash', ours({}, { iss: `${TEST_PUBLIC_URL}/` })],
  ['no issuer', ours({}, { iss: undefined })],
  ['another audience', ours({}, { aud: 'https://elsewhere.example' })],
  ['an empty list of audiences', ours({}, { aud: [] })],
  ['no audience', ours({}, { aud: undefined })],
  ['no jti', ours({}, { jti: undefined })],
  ['a critical extension', forged({ crit: ['exp'], exp: 1 }, byStranger)],
  ['an unencoded payload', forged({ b64: false, crit: ['b64'] }, byStranger)],

  // Its time is not now.
  ['an expiry in the past', timed((nowS) => ({ exp: nowS - 1 }))],
  ['an expiry now', timed((nowS) => ({ exp: nowS }))],
  ['no expiry', ours({}, { exp: undefined })],
  ['an expiry as text', ours({}, { exp: '9999999999' })],
  ['a life longer than tokens have', timed((nowS) => ({ iat: nowS, exp: nowS + 301 }))],
  ['a life without end', timed((nowS) => ({ iat: nowS, exp: 1e15 }))],
  ['a beginning in the future', timed((nowS) => ({ nbf: nowS + 60 }))],
  ['no issuing time', ours({}, { iat: undefined })],
  ['an issuing time in the future', timed((nowS) => ({ iat: nowS + 6, exp: nowS + 300 }))],
  ['an issuing time as text', timed((nowS) => ({ iat: String(nowS) }))],

  // The token is one of ours, of somebody else or of nobody.
  ['a user that there is not', (world) => world.ours({}, { sub: toGlobalId('user', newId('user')) })],
  ['another member', (world) => world.ours({}, { member: world.machine.member.id })],
  [
    'a member that there is not',
    (world) => world.ours({}, { member: toGlobalId('member', newId('member')) }),
  ],
  ['a machine as a person', (world) => world.ours({}, { sub: world.machine.id })],
  ['the id of a member as a user', (world) => world.ours({}, { sub: world.person.id })],
  ['a past epoch', ours({}, { epoch: -1 })],
  ['an epoch to come', ours({}, { epoch: 1 })],
  ['SQL as epoch', ours({}, { epoch: '0; drop table member' })],
  ['an unknown role', ours({}, { roles: ['SUPERUSER'] })],
  ['scopes beside roles', ours({}, { scope: 'report:triage' })],
  ['another client of people', ours({}, { client_id: 'elsewhere' })],
  ['a confirmation of another kind', ours({}, { cnf: { 'x5t#S256': 'A'.repeat(43) } })],
  ['a confirmation of nothing', ours({}, { cnf: {} })],
  ['a confirmation of null', ours({}, { cnf: null })],
  ['a confirmation that is no thumbprint', ours({}, { cnf: { jkt: '' } })],
  ['two confirmations', ours({}, { cnf: { jkt: 'A'.repeat(43), kid: 'x' } })],

  // The token has been changed on the way, or is none.
  [
    'a changed claim',
    async (world) => {
      const [header, , signature] = split(await world.ours());
      return `${header}.${encode({ ...world.claims, roles: ['COALITION_ADMIN'] })}.${signature}`;
    },
  ],
  [
    'a changed signature',
    async (world) => {
      const [header, payload, signature] = split(await world.ours());
      return `${header}.${payload}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`;
    },
  ],
  ['a signature cut short', async (world) => (await world.ours()).slice(0, -4)],
  ['no signature', async (world) => (await world.ours()).replace(/[^.]*$/, '')],
  ['a fourth part', async (world) => `${await world.ours()}.AAAA`],
  [
    'two parts',
    async (world) =>
      split(await world.ours())
        .slice(0, 2)
        .join('.'),
  ],
  ['an overlong token', async (world) => `${await world.ours()}${'A'.repeat(5000)}`],
  ['a header that is no JSON', ({ claims }) => `AAAA.${encode(claims)}.AAAA`],
  ['a header that is a list', ({ claims }) => `${encode([])}.${encode(claims)}.AAAA`],
  ['a header that is null', ({ claims }) => `${encode(null)}.${encode(claims)}.AAAA`],
  ['dots', () => '..'],
  ['a word', () => 'admin'],

  // It is a credential, but no access token.
  ['the assertion of a machine', (world) => world.assertion(world.machine)],
  [
    'an assertion that says it were an access token',
    (world) => world.assertion(world.machine, { header: { typ: 'at+jwt', kid: world.kid } }),
  ],
  [
    'an ID token of a provider',
    (world) =>
      forge(
        { alg: 'EdDSA', typ: 'JWT', kid: 'p' },
        { ...world.claims, nonce: 'n', iss: 'https://id.example' },
        byStranger,
      ),
  ],
  ['a refresh token', () => `${randomUUID()}.${'A'.repeat(43)}`],
];

/** How a good token is presented. */
const HEADERS: readonly (readonly [name: string, write: (token: string) => readonly string[]])[] = [
  ['no scheme', (token) => [token]],
  ['Basic', (token) => [`Basic ${token}`]],
  ['the scheme of bound tokens', (token) => [`DPoP ${token}`]],
  ['two tokens in one header', (token) => [`Bearer ${token}, Bearer ${token}`]],
  ['the same header twice', (token) => [`Bearer ${token}`, `Bearer ${token}`]],
  ['a good header before a bad one', (token) => [`Bearer ${token}`, 'Bearer none']],
  ['a bad header before a good one', (token) => ['Bearer none', `Bearer ${token}`]],
  ['a Basic header before a good one', (token) => ['Basic YTpi', `Bearer ${token}`]],
  ['a token and more', (token) => [`Bearer ${token} x`]],
  ['no token', () => ['Bearer']],
  ['quotes', (token) => [`Bearer "${token}"`]],
  ['a tab for a space', (token) => [`Bearer\t${token}`]],
];

export const ACCESS_TOKEN_CASES: readonly TokenCase[] = [
  ...TOKENS.map(([name, make]) => ({
    name: `access token: ${name}`,
    make: async (world: TokenWorld) => ({ request: world.bearer(await make(world)) }),
  })),
  ...HEADERS.map(([name, write]) => ({
    name: `header: ${name}`,
    make: async (world: TokenWorld) => ({ request: world.query(write(await world.ours())) }),
  })),
];
