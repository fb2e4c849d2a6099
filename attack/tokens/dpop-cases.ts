import { generateKeyPairSync } from 'node:crypto';

import { nonceAt, nonceKey } from '../../src/auth/dpop-nonce.js';
import { DpopKey, type ProofChange } from '../../test/support/dpop-key.js';
import { byEc, byHmac, byKey, byNobody, byRsa, claimsOf, forge, rsaJwk, type Said } from './forge.js';
import type { TokenCase } from './token-case.js';
import { GRAPHQL_URL, TOKEN_URL, type TokenWorld } from './token-world.js';

interface Bound {
  readonly world: TokenWorld;
  readonly token: string;
  readonly key: DpopKey;
  /** A proof as it should be but for the change. */
  readonly proof: (change?: ProofChange) => Promise<string>;
}

type MakeProof = (bound: Bound) => Promise<string> | string;

const claim =
  (claims: (nowS: number, bound: Bound) => Said): MakeProof =>
  (bound) =>
    bound.proof({ claims: claims(bound.world.nowS(), bound) });

/** A header that a library would not write, over claims that are right, signed by the key itself. */
const header =
  (change: (bound: Bound) => Said): MakeProof =>
  async (bound) => {
    const right = { alg: bound.key.algorithm, typ: 'dpop+jwt', jwk: bound.key.publicJwk };
    return forge({ ...right, ...change(bound) }, claimsOf(await bound.proof()), byKey(bound.key.privateKey));
  };

const p384 = generateKeyPairSync('ec', { namedCurve: 'P-384' });

const PROOFS: readonly (readonly [name: string, make: MakeProof])[] = [
  // Made for something else.
  ['another method', claim(() => ({ htm: 'GET' }))],
  ['the method in small letters', claim(() => ({ htm: 'post' }))],
  ['no method', claim(() => ({ htm: undefined }))],
  ['another path', claim(() => ({ htu: `${GRAPHQL_URL}/x` }))],
  ['the token endpoint', claim(() => ({ htu: TOKEN_URL }))],
  ['another host', claim(() => ({ htu: 'https://elsewhere.example/graphql' }))],
  ['another port', claim(() => ({ htu: GRAPHQL_URL.replace('.example', '.example:8443') }))],
  ['http', claim(() => ({ htu: GRAPHQL_URL.replace('https', 'http') }))],
  ['a user in the address', claim(() => ({ htu: GRAPHQL_URL.replace('https://', 'https://a@') }))],
  ['a path without a host', claim(() => ({ htu: '/graphql' }))],
  ['a list of addresses', claim(() => ({ htu: [GRAPHQL_URL] }))],
  ['no address', claim(() => ({ htu: undefined }))],
  ['no token', claim(() => ({ ath: undefined }))],
  ['another token', claim(() => ({ ath: 'A'.repeat(43) }))],
  [
    'the hash of its token in hex',
    claim((_nowS, { token }) => ({ ath: Buffer.from(token).toString('hex').slice(0, 64) })),
  ],
  ['its token itself', claim((_nowS, { token }) => ({ ath: token }))],

  // Not made now.
  ['made too long ago', claim((nowS) => ({ iat: nowS - 61 }))],
  ['made in the future', claim((nowS) => ({ iat: nowS + 6 }))],
  ['made it does not say when', claim(() => ({ iat: undefined }))],
  ['made when, in text', claim((nowS) => ({ iat: String(nowS) }))],
  ['expired', claim((nowS) => ({ exp: nowS }))],
  ['not valid yet', claim((nowS) => ({ nbf: nowS + 10 }))],
  ['no nonce', claim(() => ({ nonce: undefined }))],
  ['a nonce of its own', claim(() => ({ nonce: 'abc' }))],
  [
    'a nonce of another service',
    claim((nowS) => ({ nonce: nonceAt(nonceKey(Buffer.alloc(32, 9)), at(nowS)) })),
  ],
  [
    'a nonce of two minutes ago',
    claim((nowS, { world }) => ({ nonce: nonceAt(ourKey(world), at(nowS - 150)) })),
  ],
  ['a nonce to come', claim((nowS, { world }) => ({ nonce: nonceAt(ourKey(world), at(nowS + 90)) }))],
  ['a number as nonce', claim(() => ({ nonce: 1 }))],
  ['no jti', claim(() => ({ jti: undefined }))],
  ['an empty jti', claim(() => ({ jti: '' }))],
  ['an overlong jti', claim(() => ({ jti: 'j'.repeat(201) }))],
  ['a number as jti', claim(() => ({ jti: 1 }))],

  // By another key.
  ["a stranger's key", ({ world, token }) => world.proof(new DpopKey(), token)],
  ["a stranger's signature over our key", ({ proof }) => proof({ signer: new DpopKey().privateKey })],
  [
    'alg none',
    async (bound) =>
      forge(
        { alg: 'none', typ: 'dpop+jwt', jwk: bound.key.publicJwk },
        claimsOf(await bound.proof()),
        byNobody,
      ),
  ],
  [
    'HS256 with its public key',
    async (bound) =>
      forge(
        { alg: 'HS256', typ: 'dpop+jwt', jwk: bound.key.publicJwk },
        claimsOf(await bound.proof()),
        byHmac(bound.key.publicJwk.x ?? ''),
      ),
  ],
  [
    'an RSA key',
    async (bound) =>
      forge({ alg: 'RS256', typ: 'dpop+jwt', jwk: rsaJwk }, claimsOf(await bound.proof()), byRsa),
  ],
  ['EdDSA over its P-256 key', header(() => ({ alg: 'EdDSA' }))],
  ['a key of another curve', header(() => ({ jwk: p384.publicKey.export({ format: 'jwk' }) }))],
  ['a symmetric key', header(() => ({ jwk: { kty: 'oct', k: 'AAAA' } }))],
  ['its private key along', header(({ key }) => ({ jwk: key.privateKey.export({ format: 'jwk' }) }))],
  ['no key', header(() => ({ jwk: undefined }))],
  ['a list of keys', header(({ key }) => ({ jwk: [key.publicJwk] }))],
  ['the address of its key', header(() => ({ jwk: undefined, jku: 'https://keys.example/jwks.json' }))],
  ['the name of its key', header(() => ({ jwk: undefined, kid: 'x' }))],
  ['a key that is no point', header(({ key }) => ({ jwk: { ...key.publicJwk, y: key.publicJwk.x } }))],

  // Another JWT, or none.
  ['the type JWT', header(() => ({ typ: 'JWT' }))],
  ['no type', header(() => ({ typ: undefined }))],
  ['the type of an access token', header(() => ({ typ: 'at+jwt' }))],
  ['a critical extension', header(() => ({ crit: ['x'], x: 1 }))],
  ['an unencoded payload', header(() => ({ b64: false, crit: ['b64'] }))],
  [
    'a signature of another curve',
    async (bound) =>
      forge({ alg: 'ES256', typ: 'dpop+jwt', jwk: bound.key.publicJwk }, claimsOf(await bound.proof()), byEc),
  ],
  ['the token', ({ token }) => token],
  ['an assertion', ({ world }) => world.assertion(world.boundMachine)],
  ['two in one header', async ({ proof }) => `${await proof()}, ${await proof()}`],
  ['an overlong one', ({ proof }) => proof({ claims: { more: 'x'.repeat(5000) } })],
  ['a word', () => 'proof'],
];

const at = (seconds: number): Date => new Date(seconds * 1000);
/** The key of the test configuration. */
const ourKey = (_world: TokenWorld): Buffer => nonceKey(Buffer.alloc(32, 7));

async function bind(world: TokenWorld): Promise<Bound> {
  const { token, key } = await world.boundToken();
  return { world, token, key, proof: (change) => world.proof(key, token, change) };
}

/** How a bound token and a good proof come. */
const PRESENTED: readonly TokenCase[] = [
  {
    name: 'DPoP: the token by itself, as a bearer',
    make: async (world) => ({ request: world.bearer((await bind(world)).token) }),
  },
  {
    name: 'DPoP: the token as a bearer, with its proof',
    make: async (world) => {
      const { token, proof } = await bind(world);
      return { request: world.query([`Bearer ${token}`], await proof()) };
    },
  },
  {
    name: 'DPoP: the token without a proof',
    make: async (world) => ({ request: world.query([`DPoP ${(await bind(world)).token}`]) }),
  },
  {
    name: 'DPoP: two proofs',
    make: async (world) => {
      const { token, proof } = await bind(world);
      return { request: world.query([`DPoP ${token}`], await proof(), await proof()) };
    },
  },
  {
    name: 'DPoP: a token that is not bound, with a proof',
    make: async (world) => {
      const token = await world.ours();
      return { request: world.query([`DPoP ${token}`], await world.proof(new DpopKey(), token)) };
    },
  },
  {
    name: 'DPoP: the proof of another of its tokens',
    make: async (world) => {
      const [mine, other] = [await bind(world), await bind(world)];
      return { request: world.query([`DPoP ${mine.token}`], await world.proof(mine.key, other.token)) };
    },
  },
  {
    name: 'DPoP: the proof as the token',
    make: async (world) => ({ request: world.query([`DPoP ${await (await bind(world)).proof()}`]) }),
  },
  ...(['first', 'second'] as const).map((then) => ({
    name: `DPoP: a proof used on the first instance and again on the ${then}`,
    make: async (world: TokenWorld) => {
      const { token, proof } = await bind(world);
      const request = world.query([`DPoP ${token}`], await proof());
      await world.send(request);
      return { request, instance: then };
    },
  })),
];

/** At the token endpoint, by a machine that must bind its tokens. */
const GRANTS: readonly TokenCase[] = [
  {
    name: 'DPoP: no proof, of a machine that must',
    make: async (world) => ({ request: world.grant(await world.assertion(world.boundMachine)) }),
  },
  ...Object.entries<ProofChange>({
    'a proof for the API': { claims: { htu: GRAPHQL_URL } },
    'a proof of a token': { claims: { ath: 'A'.repeat(43) } },
    'a proof without a nonce': { claims: { nonce: undefined } },
    'a proof by GET': { claims: { htm: 'GET' } },
  }).map(([name, change]) => ({
    name: `DPoP: ${name}, for a token`,
    make: async (world: TokenWorld) => {
      const assertion = await world.assertion(world.boundMachine);
      return { request: world.grant(assertion, {}, await world.tokenProof(new DpopKey(), change)) };
    },
  })),
  {
    name: 'DPoP: two proofs, for a token',
    make: async (world) => {
      const proofs = [await world.tokenProof(new DpopKey()), await world.tokenProof(new DpopKey())];
      return { request: world.grant(await world.assertion(world.boundMachine), {}, ...proofs) };
    },
  },
  {
    name: 'DPoP: the proof of another sign-in, on another instance, for a token',
    make: async (world) => {
      const proof = await world.tokenProof(new DpopKey());
      await world.send(world.grant(await world.assertion(world.boundMachine), {}, proof));
      const request = world.grant(await world.assertion(world.boundMachine), {}, proof);
      return { request, instance: 'second' };
    },
  },
];

export const DPOP_CASES: readonly TokenCase[] = [
  ...PROOFS.map(([name, make]) => ({
    name: `DPoP proof: ${name}`,
    make: async (world: TokenWorld) => {
      const bound = await bind(world);
      return { request: world.query([`DPoP ${bound.token}`], await make(bound)) };
    },
  })),
  ...PRESENTED,
  ...GRANTS,
];
