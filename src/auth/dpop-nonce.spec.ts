import { isNonce, NONCE_LIFE_S, NONCE_STEP_S, nonceAt, nonceKey } from './dpop-nonce.js';

const key = nonceKey(Buffer.alloc(32, 1));
const start = new Date('2026-06-01T12:00:00Z');
const after = (seconds: number): Date => new Date(start.getTime() + seconds * 1000);

describe('a nonce', () => {
  it('is the same for all who ask within one step, and another in the next', () => {
    expect(nonceAt(key, after(NONCE_STEP_S - 1))).toBe(nonceAt(key, start));
    expect(nonceAt(key, after(NONCE_STEP_S))).not.toBe(nonceAt(key, start));
  });

  it.each([
    [0, true],
    [NONCE_LIFE_S - 1, true],
    [NONCE_LIFE_S, false],
    [86_400, false],
    // By an instance whose clock is behind.
    [-NONCE_STEP_S, true],
    [-NONCE_STEP_S - 1, false],
  ])('is taken %d s after its step began: %s', (seconds, expected) => {
    expect(isNonce(key, nonceAt(key, start), after(seconds))).toBe(expected);
  });

  it('is of one service alone', () => {
    expect(isNonce(nonceKey(Buffer.alloc(32, 2)), nonceAt(key, start), start)).toBe(false);
  });

  const [step = '', tag = ''] = nonceAt(key, start).split('.');
  it.each([
    '',
    '.',
    'x',
    step,
    `${step}.`,
    `.${tag}`,
    `${step}.${tag.slice(1)}`,
    `${step}.${tag}A`,
    `0${step}.${tag}`,
    `${step.toUpperCase()}.${tag}`,
    `-${step}.${tag}`,
    `${step}.${tag.startsWith('A') ? 'B' : 'A'}${tag.slice(1)}`,
    `${(parseInt(step, 36) + 1).toString(36)}.${tag}`,
    `zzzzzzzzzz.${tag}`,
    'ä'.repeat(20),
  ])('is not %j', (text) => {
    expect(isNonce(key, text, start)).toBe(false);
  });
});
