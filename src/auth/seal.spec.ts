import { randomBytes } from 'node:crypto';

import { openSealed, seal } from './seal.js';

const key = randomBytes(32);
const place = { table: 'app_user', column: 'totp_secret_sealed', row: '1' };
const secret = Buffer.from('a secret that must be read again');

describe('a sealed value', () => {
  it('opens in its own place under its own key', () => {
    expect(openSealed(key, seal(key, secret, place), place)).toEqual(secret);
  });

  it('is never the same twice', () => {
    expect(seal(key, secret, place)).not.toEqual(seal(key, secret, place));
  });

  it.each([
    ['another row', { ...place, row: '2' }],
    ['another column', { ...place, column: 'password_hash' }],
    ['another table', { ...place, table: 'signing_key' }],
    ['parts that only concatenate alike', { table: 'app_userto', column: 'tp_secret_sealed', row: '1' }],
  ])('does not open in %s', (_name, other) => {
    expect(() => openSealed(key, seal(key, secret, place), other)).toThrow();
  });

  it('does not open under another key', () => {
    expect(() => openSealed(randomBytes(32), seal(key, secret, place), place)).toThrow();
  });

  it('does not open when any one bit is flipped', () => {
    const sealed = seal(key, secret, place);
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const flipped = Buffer.from(sealed);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(() => openSealed(key, flipped, place)).toThrow();
    }
  });

  it('does not open when cut short', () => {
    expect(() => openSealed(key, seal(key, secret, place).subarray(0, 20), place)).toThrow('unknown format');
  });
});
