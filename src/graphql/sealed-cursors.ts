import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { InvalidInputError } from './graphql-error.js';

const IV_BYTES = 12;
const TAG_BYTES = 16;
const SEQUENCE_BYTES = 8;
const CURSOR_BYTES = IV_BYTES + TAG_BYTES + SEQUENCE_BYTES;

/**
 * Cursors of a list that many read and each sees a part of: a place in the sequence, sealed for one audience. Passed from one
 * audience to another it would have left out what the one does not see. Every cursor looks new, even of one place. In
 * clear, or sealed the same way each time, a cursor that moved between two empty pages would tell its reader that
 * something happened that it may not see (product.md, rule 3).
 *
 * Good as long as the service's secret key. AES-256-GCM, random 96-bit IV, the audience as additional data.
 */
export class SealedCursors {
  private readonly key: Buffer;

  /** `label` tells the lists apart: a cursor of one is none of another. */
  constructor(secretKey: Buffer, label: string) {
    this.key = Buffer.from(hkdfSync('sha256', secretKey, '', label, 32));
  }

  write(audience: string, sequence: bigint): string {
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.key, iv, { authTagLength: TAG_BYTES });
    cipher.setAAD(Buffer.from(audience));
    const place = Buffer.alloc(SEQUENCE_BYTES);
    place.writeBigUInt64BE(sequence);
    const sealed = Buffer.concat([cipher.update(place), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString('base64url');
  }

  /** The place that the cursor stands for. Throws InvalidInputError when it is none that this audience was given. */
  read(audience: string, cursor: string): bigint {
    const bytes = Buffer.from(cursor, 'base64url');
    if (bytes.length !== CURSOR_BYTES) throw unknownCursor();
    const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, IV_BYTES), {
      authTagLength: TAG_BYTES,
    });
    decipher.setAAD(Buffer.from(audience));
    decipher.setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
    try {
      const place = decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES));
      decipher.final();
      return place.readBigUInt64BE();
    } catch {
      throw unknownCursor();
    }
  }
}

/** Which of length, key and audience does not fit is no help to an honest caller. */
function unknownCursor(): InvalidInputError {
  return new InvalidInputError([
    { field: 'after', message: 'This is no cursor of this feed: pass on one it gave.' },
  ]);
}
