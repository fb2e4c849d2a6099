import { createHash, generateKeyPairSync, randomUUID, type KeyObject } from 'node:crypto';

import { calculateJwkThumbprint, SignJWT, type JWK } from 'jose';

/** What a proof says other than what is right; undefined leaves a part out. */
export interface ProofChange {
  readonly header?: Readonly<Record<string, unknown>>;
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Signs in the place of the key itself. */
  readonly signer?: KeyObject;
}

export interface ProofRequest {
  readonly url: string;
  readonly now: Date;
  readonly nonce?: string | undefined;
  readonly method?: string;
  readonly accessToken?: string | undefined;
}

/** A client's key for DPoP, which makes proofs as a client would, and wrong ones. */
export class DpopKey {
  readonly publicJwk: JWK;
  readonly privateKey: KeyObject;
  readonly algorithm: 'EdDSA' | 'ES256';

  constructor(algorithm: 'EdDSA' | 'ES256' = 'ES256') {
    const pair =
      algorithm === 'EdDSA'
        ? generateKeyPairSync('ed25519')
        : generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.algorithm = algorithm;
    this.privateKey = pair.privateKey;
    this.publicJwk = pair.publicKey.export({ format: 'jwk' });
  }

  thumbprint(): Promise<string> {
    return calculateJwkThumbprint(this.publicJwk);
  }

  proof(request: ProofRequest, change: ProofChange = {}): Promise<string> {
    const { url, now, nonce, method = 'POST', accessToken } = request;
    const claims = {
      htm: method,
      htu: url,
      iat: Math.floor(now.getTime() / 1000),
      jti: randomUUID(),
      nonce,
      ath: accessToken === undefined ? undefined : sha256(accessToken),
      ...change.claims,
    };
    return new SignJWT(claims)
      .setProtectedHeader({ alg: this.algorithm, typ: 'dpop+jwt', jwk: this.publicJwk, ...change.header })
      .sign(change.signer ?? this.privateKey);
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
