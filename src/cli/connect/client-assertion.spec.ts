import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { jwtVerify } from 'jose';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clientAssertion } from './client-assertion.js';

const AUDIENCE = 'https://cordon.example/oauth/token';

describe('clientAssertion', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cordon-key-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true });
  });

  async function assertionWith(key: string): Promise<string> {
    await writeFile(join(folder, 'key'), key);
    return clientAssertion('cli_spec', join(folder, 'key'), AUDIENCE, Date.now());
  }

  it.each([
    ['Ed25519', generateKeyPairSync('ed25519'), 'EdDSA'],
    ['P-256', generateKeyPairSync('ec', { namedCurve: 'prime256v1' }), 'ES256'],
  ])(
    'is signed with a key of %s, from PEM or JWK, for one use within 60 s',
    async (_name, pair, algorithm) => {
      const pem = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
      const jwk = JSON.stringify({ ...pair.privateKey.export({ format: 'jwk' }), kid: 'key-1' });

      const [first, second] = await Promise.all([assertionWith(pem), assertionWith(pem)]);
      const named = await assertionWith(jwk);

      const { payload, protectedHeader } = await jwtVerify(first, pair.publicKey, {
        audience: AUDIENCE,
        issuer: 'cli_spec',
        subject: 'cli_spec',
      });
      expect(protectedHeader).toEqual({ alg: algorithm });
      expect((payload.exp ?? 0) - (payload.iat ?? 0)).toBeLessThanOrEqual(60);
      expect((await jwtVerify(second, pair.publicKey)).payload.jti).not.toBe(payload.jti);
      expect((await jwtVerify(named, pair.publicKey)).protectedHeader).toEqual({
        alg: algorithm,
        kid: 'key-1',
      });
    },
  );

  it.each([
    ['nonsense', 'is not a private key'],
    [
      generateKeyPairSync('rsa', { modulusLength: 2048 })
        .privateKey.export({ type: 'pkcs8', format: 'pem' })
        .toString(),
      'another kind',
    ],
  ])('tells what is wrong with a key file', async (key, says) => {
    await expect(assertionWith(key)).rejects.toThrow(says);
  });
});
