import { encodeCursor } from '../common/page.js';
import { timeCursor, timePlace } from './time-cursor.js';

const ID = '5f0c1d2e-0000-4000-8000-000000000001';

describe('the cursor of a list by time', () => {
  it('stands for the place that it was made of', () => {
    const place = { at: new Date('2026-02-03T04:05:06.789Z'), id: ID };
    expect(timePlace(timeCursor(place))).toEqual(place);
  });

  it.each([
    ['a number that is read as a year', ['0', ID]],
    ['a day that is not in the calendar', ['2026-02-30T00:00:00.000Z', ID]],
    ['a time written otherwise', ['2026-02-03', ID]],
    ['a year before the first', ['-000001-01-01T00:00:00.000Z', ID]],
    ['what is no id', ['2026-02-03T04:05:06.789Z', 'x']],
    ['a number for a time', [0, ID]],
    ['one part alone', ['2026-02-03T04:05:06.789Z']],
  ])('is refused with %s', (_, keys) => {
    expect(() => timePlace(encodeCursor(keys))).toThrow(
      expect.objectContaining({ fields: [expect.objectContaining({ field: 'after' })] }) as Error,
    );
  });
});
