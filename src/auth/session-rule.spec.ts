import { sessionLeftS } from './session-rule.js';

const start = new Date('2026-03-01T08:00:00Z');
const after = (minutes: number): Date => new Date(start.getTime() + minutes * 60_000);
const open = { startedAt: start, usedAt: start, endedAt: null };

describe('sessionLeftS', () => {
  it.each([
    ['all of it at the start', open, 0, 8 * 3600],
    ['what is left after a while', { ...open, usedAt: after(60) }, 61, 8 * 3600 - 61 * 60],
    ['still something at the idle bound', open, 15, 8 * 3600 - 15 * 60],
    ['nothing after standing idle', open, 15.1, 0],
    ['nothing after its life, however busy', { ...open, usedAt: after(479) }, 480, 0],
    ['the last minute', { ...open, usedAt: after(478) }, 479, 60],
    ['nothing once ended', { ...open, endedAt: start }, 1, 0],
  ])('gives %s', (_name, session, minutes, expected) => {
    expect(sessionLeftS(session, after(minutes))).toBe(expected);
  });
});
