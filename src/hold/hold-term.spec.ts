import { extendedTermEnd, firstTermEnd, lastTermEnd } from './hold-term.js';

const PLACED = new Date('2026-03-01T09:30:00Z');

function after(days: number): Date {
  return new Date(PLACED.getTime() + days * 86_400_000);
}

describe('the term of a hold', () => {
  it('is ten days at first and ninety in all', () => {
    expect(firstTermEnd(PLACED)).toEqual(new Date('2026-03-11T09:30:00Z'));
    expect(lastTermEnd(PLACED)).toEqual(new Date('2026-05-30T09:30:00Z'));
  });

  it.each([
    [10, 1],
    [10, 30],
    [60, 30],
    [89, 1],
  ])('is extended on day %i by %i days, from then on', (day, days) => {
    expect(extendedTermEnd(PLACED, after(day), days)).toEqual({ ok: true, value: after(day + days) });
  });

  it.each([0, -1, 31, 1.5, Number.NaN])('is not extended by %d days', (days) => {
    expect(extendedTermEnd(PLACED, after(10), days)).toEqual({
      ok: false,
      refusals: [{ code: 'TERM_TOO_LONG', field: ['days'], message: 'Give 1 to 30 days.' }],
    });
  });

  it.each([
    [61, 30, '29'],
    [85, 30, '5'],
  ])(
    'ends ninety days after the placing: on day %i it is not extended by %i but by %s',
    (day, days, left) => {
      expect(extendedTermEnd(PLACED, after(day), days)).toMatchObject({
        refusals: [{ code: 'TERM_TOO_LONG', suggestion: left }],
      });
    },
  );

  it.each([90, 120])('is not extended at all on day %i', (day) => {
    const result = extendedTermEnd(PLACED, after(day), 1);
    expect(result).toMatchObject({ refusals: [{ code: 'TERM_TOO_LONG', field: ['days'] }] });
    expect(result).not.toHaveProperty('refusals.0.suggestion');
  });
});
