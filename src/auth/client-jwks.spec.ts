import { generateKeyPairSync } from 'node:crypto';

import {
  checkClientJwks,
  keepsEveryKey,
  readPublishedJwks,
  type ClientJwkInput,
  type ClientJwks,
} from './client-jwks.js';

const ec = (curve = 'P-256'): ClientJwkInput =>
  generateKeyPairSync('ec', { namedCurve: curve }).publicKey.export({ format: 'jwk' }) as ClientJwkInput;
const ed = (): ClientJwkInput =>
  generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }) as ClientJwkInput;

describe('checkClientJwks', () => {
  it.each([
    ['a P-256 key', [ec()]],
    ['an Ed25519 key', [ed()]],
    [
      'several with different kids',
      [
        { ...ec(), kid: 'a' },
        { ...ed(), kid: 'b' },
      ],
    ],
  ])('takes %s', (_name, keys) => {
    expect(checkClientJwks(keys)).toEqual({ ok: true, value: { keys } });
  });

  it('keeps nothing but the public key', () => {
    const stray = { ...ed(), d: 'private', alg: 'none', jku: 'https://elsewhere.example' };
    const { kty, crv, x } = stray;
    expect(checkClientJwks([stray])).toEqual({ ok: true, value: { keys: [{ kty, crv, x }] } });
  });

  it.each<[string, ClientJwkInput[]]>([
    ['no key', []],
    ['too many keys', Array.from({ length: 6 }, (_none, index) => ({ ...ed(), kid: String(index) }))],
    ['several without kids', [ed(), ed()]],
    [
      'several with one kid',
      [
        { ...ed(), kid: 'a' },
        { ...ed(), kid: 'a' },
      ],
    ],
    ['another curve', [ec('P-384')]],
    ['a symmetric key', [{ kty: 'oct', crv: 'Ed25519', x: 'AAAA' }]],
    ['an RSA key', [{ kty: 'RSA', crv: 'P-256', x: 'AAAA', y: 'AAAA' }]],
    ['X25519, which does not sign', [{ ...ed(), crv: 'X25519' }]],
    ['a P-256 key without y', [{ ...ec(), y: undefined }]],
    ['a point that is not on the curve', [{ ...ec(), y: ec().y }]],
    ['coordinates that are no base64url', [{ ...ec(), x: '???' }]],
    ['an Ed25519 key of another length', [{ ...ed(), x: 'AAAA' }]],
    ['an empty kid', [{ ...ed(), kid: '' }]],
    ['an overlong kid', [{ ...ed(), kid: 'k'.repeat(201) }]],
  ])('refuses %s', (_name, keys) => {
    const result = checkClientJwks(keys);
    expect(result.ok).toBe(false);
    expect(result.ok ? [] : result.refusals.map(({ code, field }) => [code, field[0]])).toContainEqual([
      'INVALID_KEY',
      'jwks',
    ]);
  });
});

describe('readPublishedJwks', () => {
  const read = (...keys: unknown[]): unknown => readPublishedJwks(JSON.stringify({ keys }));

  it('takes the keys that sign, and leaves out the others and what is more', () => {
    const [first, second] = [
      { ...ec(), kid: 'a' },
      { ...ed(), kid: 'b' },
    ];
    const rsa = { kty: 'RSA', n: 'AQAB', e: 'AQAB', kid: 'c' };
    const published = [{ ...first, alg: 'ES256', use: 'sig' }, rsa, null, 7, { ...ed(), use: 'enc' }, second];
    expect(read(...published)).toEqual({ keys: [first, second] });
  });

  it.each<[string, unknown]>([
    ['no key set', 7],
    ['null', null],
    ['a list', [ed()]],
    ['keys that are no list', { keys: ed() }],
    ['no key', { keys: [] }],
    ['keys of other kinds alone', { keys: [{ kty: 'oct', k: 'AAAA' }] }],
    ['a private key', { keys: [{ ...ed(), d: 'AAAA' }] }],
    ['a point that is none', { keys: [{ ...ec(), y: ec().y }] }],
    ['more keys than are looked at before it', { keys: [...Array.from({ length: 20 }, () => ({})), ed()] }],
  ])('refuses %s', (_name, set) => {
    expect(readPublishedJwks(JSON.stringify(set))).toBeUndefined();
  });

  it.each(['', '{', '<html>', 'null'])('refuses %j', (text) => {
    expect(readPublishedJwks(text)).toBeUndefined();
  });
});

describe('keepsEveryKey', () => {
  const [first, second] = [ec(), ed()];
  const set = (...keys: ClientJwkInput[]): ClientJwks => ({ keys }) as ClientJwks;

  it.each<[string, ClientJwks, ClientJwks, boolean]>([
    ['a key beside another', set(first), set(first, second), true],
    ['another name for a key', set({ ...first, kid: 'a' }), set({ ...first, kid: 'b' }), true],
    ['the same in another order', set(first, second), set(second, first), true],
    ['a key taken away', set(first, second), set(first), false],
    ['another in its place', set(first), set(second), false],
  ])('sees %s', (_name, before, after, expected) => {
    expect(keepsEveryKey(before, after)).toBe(expected);
  });
});
