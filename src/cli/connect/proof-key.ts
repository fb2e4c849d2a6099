import { createHash, generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { SignJWT, type JWK } from 'jose';

/** One request that a proof is made for. */
export interface ProvenRequest {
  readonly method: 'POST';
  readonly url: string;
  /** The token that goes with it; none where a token is asked for. */
  readonly accessToken?: string | undefined;
  readonly nowMs: number;
}

/**
 * The key that tokens of this process are bound to (DPoP, RFC 9449): made for it, never written down, and gone with it. A
 * service that asks for it gets a signed proof with each request, which carries the service's latest nonce.
 */
export class ProofKey {
  private readonly privateKey: KeyObject;
  private readonly publicJwk: JWK;
  private nonce: string | undefined;

  constructor() {
    const pair = generateKeyPairSync('ed25519');
    this.privateKey = pair.privateKey;
    this.publicJwk = pair.publicKey.export({ format: 'jwk' });
  }

  /** Remembers the nonce of an answer's header `DPoP-Nonce`, if it has one. */
  useNonce(nonce: string | null): void {
    if (nonce !== null) this.nonce = nonce;
  }

  /** A proof for one request, good once. */
  proof({ method, url, accessToken, nowMs }: ProvenRequest): Promise<string> {
    return new SignJWT({
      htm: method,
      htu: url,
      jti: randomUUID(),
      ...(this.nonce === undefined ? {} : { nonce: this.nonce }),
      ...(accessToken === undefined ? {} : { ath: sha256(accessToken) }),
    })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'dpop+jwt', jwk: this.publicJwk })
      .setIssuedAt(Math.floor(nowMs / 1000))
      .sign(this.privateKey);
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}
