import { encodeCursor } from '../common/page.js';
import { exactTimeCursor, exactTimePlace, timeCursor, timePlace } from './time-cursor.js';

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

describe('the cursor of a list by time to the microsecond', () => {
  it.each(['2026-02-03 04:05:06+00', '2026-02-03 04:05:06.789012+00', '2024-02-29 23:59:59.9-05:30'])(
    'stands for the place that it was made of: %s',
    (at) => {
      expect(exactTimePlace(exactTimeCursor({ at, id: ID }))).toEqual({ at, id: ID });
    },
  );

  // Each is an error of PostgreSQL's, or another time than it says.
  it.each([
    ['a day that is not in the calendar', ['2026-02-30 00:00:00+00', ID]],
    ['an hour that no day has', ['2026-02-03 29:00:00+00', ID]],
    ['a year before the first', ['0000-01-01 00:00:00+00', ID]],
    ['an offset that no place has', ['2026-02-03 00:00:00+99', ID]],
    ['a time as JavaScript writes it', ['2026-02-03T04:05:06.789Z', ID]],
    ['a word that is read as a time', ['infinity', ID]],
    ['what is no id', ['2026-02-03 04:05:06+00', '-'.repeat(36)]],
    ['a number for a time', [0, ID]],
    ['one part alone', ['2026-02-03 04:05:06+00']],
  ])('is refused with %s', (_, keys) => {
    expect(() => exactTimePlace(encodeCursor(keys))).toThrow(
      expect.objectContaining({ fields: [expect.objectContaining({ field: 'after' })] }) as Error,
    );
  });
});
