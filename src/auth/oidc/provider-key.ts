import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';

/** A public key as it is given to a provider. */
export interface PublicEcJwk {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
  readonly kid: string;
  readonly alg: 'ES256';
  readonly use: 'sig';
}

/** A new key by which Cordon proves itself at a provider (private_key_jwt). ES256 is what all of them take. */
export function newProviderKey(kid: string): {
  readonly privateDer: Buffer;
  readonly publicJwk: PublicEcJwk;
} {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
  return {
    privateDer: privateKey.export({ format: 'der', type: 'pkcs8' }),
    publicJwk: { kty: 'EC', crv: 'P-256', x, y, kid, alg: 'ES256', use: 'sig' },
  };
}

/** The private key again, from the form it is sealed in. */
export function readProviderKey(privateDer: Buffer): KeyObject {
  return createPrivateKey({ key: privateDer, format: 'der', type: 'pkcs8' });
}
