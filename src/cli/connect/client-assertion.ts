import { createPrivateKey, type KeyObject, randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { SignJWT } from 'jose';
import { fileError, usageError } from '../cli-error.js';

/** The service takes assertions that end within 60 s of their arrival; the rest is for clocks that differ. */
const LIFE_SECONDS = 45;

/**
 * A signed statement that a client is itself (private_key_jwt, RFC 7523): for one use, at one service. The key
 * is a PEM (PKCS 8) or JWK file with an Ed25519 or P-256 private key; it is read anew each time and never stored.
 *
 * The audience is the address that the person gave, never one that the service tells: a service could name another one
 * there, and use the statement at that one.
 */
export async function clientAssertion(
  clientId: string,
  keyFile: string,
  audience: string,
  nowMs: number,
): Promise<string> {
  const { key, algorithm, keyId } = await readSigningKey(keyFile);
  const issuedAt = Math.floor(nowMs / 1000);
  return new SignJWT()
    .setProtectedHeader({ alg: algorithm, ...(keyId === undefined ? {} : { kid: keyId }) })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(audience)
    .setJti(randomUUID())
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + LIFE_SECONDS)
    .sign(key);
}

export interface SigningKey {
  readonly key: KeyObject;
  readonly algorithm: 'EdDSA' | 'ES256';
  readonly keyId: string | undefined;
}

/** Reads a client's private key, or tells what is wrong with its file. */
export async function readSigningKey(keyFile: string): Promise<SigningKey> {
  const text = await readFile(keyFile, 'utf8').catch((error: unknown) => {
    throw fileError(keyFile, error);
  });
  const { key, keyId } = parseKey(keyFile, text);
  if (key.asymmetricKeyType === 'ed25519') return { key, algorithm: 'EdDSA', keyId };
  if (key.asymmetricKeyType === 'ec' && key.asymmetricKeyDetails?.namedCurve === 'prime256v1')
    return { key, algorithm: 'ES256', keyId };
  throw usageError(`${keyFile} holds a key of another kind: make an Ed25519 or a P-256 key.`);
}

function parseKey(keyFile: string, text: string): { key: KeyObject; keyId: string | undefined } {
  try {
    if (!text.trimStart().startsWith('{')) return { key: createPrivateKey(text), keyId: undefined };
    const jwk = JSON.parse(text) as Record<string, unknown>;
    const keyId = typeof jwk['kid'] === 'string' ? jwk['kid'] : undefined;
    return { key: createPrivateKey({ key: jwk, format: 'jwk' }), keyId };
  } catch (error) {
    throw usageError(`${keyFile} is not a private key in PEM (PKCS 8) or JWK form, without a passphrase.`, {
      cause: error,
    });
  }
}
