import fc from 'fast-check';
import { addYears, weekStart } from './week.js';

const WEEK_MS = 7 * 86_400_000;

describe('the week', () => {
  it.each([
    ['2026-06-01T00:00:00.000Z', '2026-06-01T00:00:00.000Z'],
    ['2026-06-07T23:59:59.999Z', '2026-06-01T00:00:00.000Z'],
    ['2026-06-08T00:00:00.000Z', '2026-06-08T00:00:00.000Z'],
    ['1969-12-31T12:00:00.000Z', '1969-12-29T00:00:00.000Z'],
  ])('of %s starts at %s', (moment, start) => {
    expect(weekStart(new Date(moment)).toISOString()).toBe(start);
  });

  it('starts on a Monday, at most a week before, and is its own start', () => {
    fc.assert(
      fc.property(
        fc.date({ noInvalidDate: true, min: new Date('1950-01-01'), max: new Date('2100-01-01') }),
        (moment) => {
          const start = weekStart(moment);
          expect(start.getUTCDay()).toBe(1);
          expect(moment.getTime() - start.getTime()).toBeLessThan(WEEK_MS);
          expect(start.getTime()).toBeLessThanOrEqual(moment.getTime());
          expect(weekStart(start)).toEqual(start);
        },
      ),
    );
  });
});

it('adds years by the calendar', () => {
  expect(addYears(new Date('2024-02-29T00:00:00Z'), 5).toISOString()).toBe('2029-03-01T00:00:00.000Z');
  expect(addYears(new Date('2026-06-01T00:00:00Z'), 2).toISOString()).toBe('2028-06-01T00:00:00.000Z');
});
