import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** Where a sealed value stands. It is bound into the seal: a value moved to another row or column does not open. */
export interface SealedPlace {
  readonly table: string;
  readonly column: string;
  readonly row: string;
}

/** First byte of every sealed value, so that another cipher can follow without guessing. */
const FORMAT = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + IV_BYTES + TAG_BYTES;

/**
 * Encrypts a secret that must be read again. AES-256-GCM under `key` (32 bytes), a random 96-bit IV per value.
 *
 * Layout: format byte, IV, tag, ciphertext. Source: NIST SP 800-38D, section 8.2.2.
 */
export function seal(key: Buffer, plaintext: Buffer, place: SealedPlace): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(additionalData(place));
  const ciphertext = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([Buffer.of(FORMAT), iv, cipher.getAuthTag(), ciphertext]);
}

/** Decrypts what `seal` made. Throws when the key, the place or a single bit differs. */
export function openSealed(key: Buffer, sealed: Buffer, place: SealedPlace): Buffer {
  if (sealed.length < HEAD_BYTES || sealed[0] !== FORMAT) {
    throw new Error(`The sealed value in ${place.table}.${place.column} has an unknown format.`);
  }
  const iv = sealed.subarray(1, 1 + IV_BYTES);
  const tag = sealed.subarray(1 + IV_BYTES, HEAD_BYTES);
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
  decipher.setAAD(additionalData(place));
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(sealed.subarray(HEAD_BYTES)), decipher.final()]);
}

// JSON keeps the three parts apart: ('a', 'bc') and ('ab', 'c') are different places.
function additionalData(place: SealedPlace): Buffer {
  return Buffer.from(JSON.stringify([place.table, place.column, place.row]));
}
