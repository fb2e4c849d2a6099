import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** Bytes of randomness in every secret that we hand out: client secrets and refresh tokens. */
export const SECRET_BYTES = 32;

/** A new secret, 43 characters of base64url. Shown once; only its hash is kept. */
export function newSecret(): string {
  return randomBytes(SECRET_BYTES).toString('base64url');
}

/**
 * The hash a secret is stored as. Plain SHA-256 is enough for 256 random bits: there is no list to try. Passwords, which
 * people choose, go through argon2id instead.
 */
export function secretHash(secret: string): Buffer {
  return createHash('sha256').update(secret, 'utf8').digest();
}

/** Whether `presented` is the secret behind `hash`, in time that tells nothing of where they differ. */
export function isSecret(presented: string, hash: Buffer): boolean {
  const presentedHash = secretHash(presented);
  return presentedHash.length === hash.length && timingSafeEqual(presentedHash, hash);
}
