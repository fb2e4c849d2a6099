import { generateKeyPairSync } from 'node:crypto';

import { checkClientJwks, type ClientJwkInput } from './client-jwks.js';

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
