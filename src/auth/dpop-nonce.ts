import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';

/** Seconds for which one nonce is given out; everyone who asks within them gets the same. */
export const NONCE_STEP_S = 30;
/** Seconds after its step began for which a nonce is taken. */
export const NONCE_LIFE_S = 120;

const TAG_BYTES = 16;
const NONCE = /^([0-9a-z]{1,10})\.([A-Za-z0-9_-]{22})$/;

/** The key of nonces: the same on every instance, and of no use for anything else. */
export function nonceKey(secretKey: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', secretKey, '', 'cordon dpop nonce', 32));
}

/**
 * The nonce that a DPoP proof made now has to carry (RFC 9449, section 8): its time step and a tag over it. Any instance
 * makes it and any knows it, and nothing is stored. Pure.
 */
export function nonceAt(key: Buffer, now: Date): string {
  return nonceOf(key, stepAt(now));
}

/** Whether a nonce is one of ours and not yet too old. One of the next step is, too: instances' clocks differ. Pure. */
export function isNonce(key: Buffer, nonce: string, now: Date): boolean {
  const [, digits] = NONCE.exec(nonce) ?? [];
  if (digits === undefined) return false;
  const step = parseInt(digits, 36);
  const expected = Buffer.from(nonceOf(key, step));
  const given = Buffer.from(nonce);
  if (expected.length !== given.length || !timingSafeEqual(expected, given)) return false;
  const ageS = now.getTime() / 1000 - step * NONCE_STEP_S;
  return ageS >= -NONCE_STEP_S && ageS < NONCE_LIFE_S;
}

function stepAt(now: Date): number {
  return Math.floor(now.getTime() / 1000 / NONCE_STEP_S);
}

function nonceOf(key: Buffer, step: number): string {
  const digits = step.toString(36);
  const tag = createHmac('sha256', key).update(digits).digest().subarray(0, TAG_BYTES);
  return `${digits}.${tag.toString('base64url')}`;
}
