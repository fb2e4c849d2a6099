import { generateSync } from 'otplib';

import { newTotpSecret, totpStep, totpUri } from './totp.js';

const secret = newTotpSecret();
const now = new Date('2026-03-01T12:00:10Z');
const epoch = Math.floor(now.getTime() / 1000);
const step = Math.floor(epoch / 30);
const codeAt = (seconds: number): string => generateSync({ secret, epoch: seconds });

describe('totpStep', () => {
  it.each([
    ['now', 0, step],
    ['one step ago', -30, step - 1],
    ['one step ahead', 30, step + 1],
    ['two steps ago', -60, undefined],
    ['two steps ahead', 60, undefined],
  ])('reads a code of %s', (_name, offset, expected) => {
    expect(totpStep(secret, codeAt(epoch + offset), now, undefined)).toBe(expected);
  });

  it('takes a code once, and none from before one that was used', () => {
    expect(totpStep(secret, codeAt(epoch), now, step)).toBeUndefined();
    expect(totpStep(secret, codeAt(epoch - 30), now, step)).toBeUndefined();
    expect(totpStep(secret, codeAt(epoch + 30), now, step)).toBe(step + 1);
  });

  it.each(['', '12345', '1234567', 'abcdef', '１２３４５６', '12 345', '-12345'])(
    'refuses the malformed code %p',
    (code) => {
      expect(totpStep(secret, code, now, undefined)).toBeUndefined();
    },
  );

  it('refuses a code of another secret', () => {
    expect(totpStep(newTotpSecret(), codeAt(epoch), now, undefined)).toBeUndefined();
  });

  // RFC 6238, appendix B, SHA-1: the last six of the eight digits.
  it.each([
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
  ])('agrees with the RFC at %d s', (seconds, code) => {
    const rfcSecret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
    expect(totpStep(rfcSecret, code, new Date(seconds * 1000), undefined)).toBe(Math.floor(seconds / 30));
  });
});

it('names issuer and account in the URI', () => {
  const uri = new URL(totpUri('dana@bank.example', secret));
  expect(uri.protocol).toBe('otpauth:');
  expect(decodeURIComponent(uri.pathname)).toContain('Cordon:dana@bank.example');
  expect(uri.searchParams.get('secret')).toBe(secret);
});
