import { calculateJwkThumbprint, errors, importJWK, type CryptoKey, type JWTHeaderParameters } from 'jose';

import { checkJwk, type ClientJwk } from './client-jwks.js';

/** Keys that are remembered at most; the one first seen is forgotten first. */
const KEYS_MAX = 1000;

/** A key that proofs are signed by. */
export interface ProofKey {
  readonly key: CryptoKey;
  /** Its thumbprint (RFC 7638): what tokens are bound to. */
  readonly jkt: string;
}

/**
 * Reads the keys that proofs carry. Whoever proves a key proves it with every request, and to check a key, import it and
 * take its thumbprint costs as much as to verify the signature: so keys that are good are remembered. That says nothing of
 * who may use them.
 */
export class ProofKeys {
  private readonly known = new Map<string, ProofKey>();

  /** The public key in a proof's header. @throws JOSEError when there is none that a proof is signed with */
  async keyIn(header: JWTHeaderParameters): Promise<ProofKey> {
    const jwk = publicKeyIn(header);
    const point = JSON.stringify([jwk.crv, jwk.x, jwk.kty === 'EC' ? jwk.y : '']);
    const known = this.known.get(point);
    if (known !== undefined) return known;

    const checked = checkJwk(jwk);
    if (typeof checked === 'string') throw new errors.JWKInvalid(checked);
    const key = await importJWK({ ...checked }, header.alg);
    if (key instanceof Uint8Array) throw new errors.JWKInvalid();
    const found = { key, jkt: await calculateJwkThumbprint({ ...checked }) };
    const [oldest] = this.known.keys();
    if (this.known.size >= KEYS_MAX && oldest !== undefined) this.known.delete(oldest);
    this.known.set(point, found);
    return found;
  }
}

/** What a header says of its key. One with its private half is refused, for it proves nothing any more. */
function publicKeyIn({ alg, jwk }: JWTHeaderParameters): ClientJwk {
  if (typeof jwk !== 'object' || 'd' in jwk) throw new errors.JWKInvalid('A proof carries a public key.');
  const { kty, crv, x, y } = jwk;
  if (alg === 'ES256' && kty === 'EC' && crv === 'P-256' && typeof x === 'string' && typeof y === 'string') {
    return { kty: 'EC', crv, x, y };
  }
  if (alg === 'EdDSA' && kty === 'OKP' && crv === 'Ed25519' && typeof x === 'string') {
    return { kty: 'OKP', crv, x };
  }
  throw new errors.JWKInvalid('The key is none that a proof is signed with.');
}
