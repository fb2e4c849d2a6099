import { TEST_PUBLIC_URL } from '../../test/support/app.js';
import {
  byHmac,
  byKey,
  byNobody,
  byStranger,
  forge,
  publicPem,
  split,
  stranger,
  strangerJwk,
  type Said,
} from './forge.js';
import type { TokenCase } from './token-case.js';
import { TOKEN_URL, type AssertionChange, type Machine, type TokenWorld } from './token-world.js';

type MakeAssertion = (world: TokenWorld, machine: Machine) => Promise<string> | string;

const signed =
  (change: AssertionChange): MakeAssertion =>
  (world, machine) =>
    world.assertion(machine, change);

const said =
  (claims: (nowS: number) => Said): MakeAssertion =>
  (world, machine) =>
    world.assertion(machine, { claims: claims(world.nowS()) });

/** Of the machine's own key, though a library would not write it. */
const written =
  (header: Said): MakeAssertion =>
  (world, machine) =>
    forge({ alg: 'EdDSA', ...header }, world.assertionClaims(machine), byKey(machine.key));

const ASSERTIONS: readonly (readonly [name: string, make: MakeAssertion])[] = [
  // The algorithm and the key.
  ['alg none', (world, machine) => forge({ alg: 'none' }, world.assertionClaims(machine), byNobody)],
  [
    'HS256 with its public key',
    (world, machine) =>
      forge({ alg: 'HS256' }, world.assertionClaims(machine), byHmac(publicPem(machine.publicKey))),
  ],
  ["another machine's key", (world, machine) => world.assertion(machine, { key: world.otherMachine.key })],
  ["a stranger's key", signed({ key: stranger.privateKey })],
  ["a stranger's key in the header", signed({ key: stranger.privateKey, header: { jwk: strangerJwk } })],
  [
    "the address of a stranger's keys",
    signed({ key: stranger.privateKey, header: { jku: 'https://keys.example/jwks' } }),
  ],
  [
    'the address of a certificate',
    signed({ key: stranger.privateKey, header: { x5u: 'https://keys.example/c.pem' } }),
  ],
  ['a path as kid', signed({ key: stranger.privateKey, header: { kid: '../../dev/null' } })],
  ['SQL as kid', signed({ key: stranger.privateKey, header: { kid: `' or '1'='1` } })],
  ['a critical extension', written({ crit: ['x'], x: 1 })],
  ['an unencoded payload', written({ b64: false, crit: ['b64'] })],
  ['the type of an access token', signed({ header: { typ: 'at+jwt' } })],
  ['the type of a proof', signed({ header: { typ: 'dpop+jwt' } })],

  // What it says.
  ['another audience', said(() => ({ aud: 'https://elsewhere.example' }))],
  ['the token endpoint as audience', said(() => ({ aud: TOKEN_URL }))],
  ['our audience in a list', said(() => ({ aud: [TEST_PUBLIC_URL] }))],
  ['our audience beside another', said(() => ({ aud: [TEST_PUBLIC_URL, 'https://elsewhere.example'] }))],
  ['no audience', said(() => ({ aud: undefined }))],
  ['another issuer', said(() => ({ iss: 'https://elsewhere.example' }))],
  [
    'another machine as issuer',
    (world, machine) => world.assertion(machine, { claims: { iss: world.otherMachine.id } }),
  ],
  [
    'another machine as subject',
    (world, machine) => world.assertion(machine, { claims: { sub: world.otherMachine.id } }),
  ],
  [
    'another machine as both',
    (world, machine) =>
      world.assertion(machine, { claims: { iss: world.otherMachine.id, sub: world.otherMachine.id } }),
  ],
  ['no subject', said(() => ({ sub: undefined }))],
  ['an expiry now', said((nowS) => ({ exp: nowS }))],
  ['an expiry in the past', said((nowS) => ({ iat: nowS - 61, exp: nowS - 1 }))],
  ['no expiry', said(() => ({ exp: undefined }))],
  ['a life longer than a minute', said((nowS) => ({ exp: nowS + 61 }))],
  [
    'a life longer than a minute, without its beginning',
    said((nowS) => ({ iat: undefined, exp: nowS + 61 })),
  ],
  ['a beginning in the future', said((nowS) => ({ nbf: nowS + 10 }))],
  ['an issuing time in the future', said((nowS) => ({ iat: nowS + 10 }))],
  ['no jti', said(() => ({ jti: undefined }))],
  ['an empty jti', said(() => ({ jti: '' }))],
  ['a number as jti', said(() => ({ jti: 7 }))],
  ['an overlong jti', said(() => ({ jti: 'j'.repeat(201) }))],

  // Another credential in its place.
  ['an access token of a person', (world) => world.ours()],
  [
    'an access token of its own',
    async (world, machine) => {
      const answer = await world.send(world.grant(await world.assertion(machine)));
      return (JSON.parse(answer.body) as { access_token: string }).access_token;
    },
  ],
  [
    'an ID token of a provider',
    (world, machine) =>
      forge(
        { alg: 'EdDSA', typ: 'JWT' },
        world.assertionClaims(machine, { iss: 'https://id.example' }),
        byStranger,
      ),
  ],
  [
    'a changed claim',
    async (world, machine) => {
      const [[header, , signature], other] = [
        split(await world.assertion(machine)),
        await world.assertion(machine),
      ];
      return `${header}.${split(other)[1]}.${signature}`;
    },
  ],
  ['nothing', () => 'none'],
];

/** A form beside a good assertion. */
const FORMS: readonly (readonly [name: string, form: (world: TokenWorld) => Said])[] = [
  ['the id of another machine', (world) => ({ client_id: world.otherMachine.id })],
  ['a secret as well', () => ({ client_secret: 'x' })],
  ['no type', () => ({ client_assertion_type: undefined })],
  [
    'another type',
    () => ({ client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:saml2-bearer' }),
  ],
  ['a scope that it does not hold', () => ({ scope: 'screening:run report:triage' })],
];

/** Presented again: to the same instance, to another, and in the other order. */
const REPLAYS: readonly TokenCase[] = (['first', 'second'] as const).flatMap((then) =>
  (['first', 'second'] as const).map((before) => ({
    name: `assertion: used on the ${before} instance and again on the ${then}`,
    make: async (world: TokenWorld) => {
      const request = world.grant(await world.assertion(world.machine));
      await world.send(request, before);
      return { request, instance: then };
    },
  })),
);

export const ASSERTION_CASES: readonly TokenCase[] = [
  ...ASSERTIONS.map(([name, make]) => ({
    name: `assertion: ${name}`,
    make: async (world: TokenWorld) => ({ request: world.grant(await make(world, world.machine)) }),
  })),
  ...FORMS.map(([name, form]) => ({
    name: `assertion with ${name}`,
    make: async (world: TokenWorld) => ({
      request: world.grant(await world.assertion(world.machine), form(world)),
    }),
  })),
  ...REPLAYS,
];
