import { createHmac, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';

import type { JWK } from 'jose';

/** Anything that a JWT's header or claims may be made to say; undefined leaves a part out. */
export type Said = Readonly<Record<string, unknown>>;

export type Signature = (input: Buffer) => Buffer;

/** Keys of nobody. */
export const stranger = generateKeyPairSync('ed25519');
const strangerEc = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const strangerRsa = generateKeyPairSync('rsa', { modulusLength: 2048 });

export const byStranger: Signature = (input) => sign(null, input, stranger.privateKey);
export const byEc: Signature = (input) =>
  sign('sha256', input, { key: strangerEc.privateKey, dsaEncoding: 'ieee-p1363' });
export const byRsa: Signature = (input) => sign('sha256', input, strangerRsa.privateKey);
export const byNobody: Signature = () => Buffer.alloc(0);
export const byKey =
  (key: KeyObject): Signature =>
  (input) =>
    key.asymmetricKeyType === 'ec'
      ? sign('sha256', input, { key, dsaEncoding: 'ieee-p1363' })
      : sign(null, input, key);
export const byHmac =
  (secret: string | Buffer): Signature =>
  (input) =>
    createHmac('sha256', secret).update(input).digest();

export const strangerJwk = stranger.publicKey.export({ format: 'jwk' }) as JWK;
export const rsaJwk = strangerRsa.publicKey.export({ format: 'jwk' }) as JWK;

export function encode(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** A JWT that says anything, signed by anything: libraries refuse to write most of these. */
export function forge(header: Said, claims: Said, signature: Signature): string {
  const input = `${encode(header)}.${encode(claims)}`;
  return `${input}.${signature(Buffer.from(input)).toString('base64url')}`;
}

/** The parts of a JWT. */
export function split(jwt: string): readonly [header: string, payload: string, signature: string] {
  const [header = '', payload = '', signature = ''] = jwt.split('.');
  return [header, payload, signature];
}

export function claimsOf(jwt: string): Said {
  return JSON.parse(Buffer.from(split(jwt)[1], 'base64url').toString('utf8')) as Said;
}

export function publicPem(key: KeyObject): string {
  return key.export({ format: 'pem', type: 'spki' }).toString();
}
