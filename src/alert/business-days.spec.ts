import { addBusinessDays, BUSINESS_DAYS_MAX } from './business-days.js';

const noon = (day: string): Date => new Date(`${day}T12:00:00.000Z`);

/** Looked up in calendars, not reckoned by the code. 2026-06-04 is a Thursday. */
const ROWS: readonly (readonly [
  country: string,
  from: string,
  days: number,
  until: string,
  because: string,
])[] = [
  ['NL', '2026-06-04', 0, '2026-06-04', 'no days are no time'],
  ['NL', '2026-06-06', 0, '2026-06-06', 'on a Saturday as well'],
  ['NL', '2026-06-04', 1, '2026-06-05', 'Thursday to Friday'],
  ['NL', '2026-06-05', 1, '2026-06-08', 'over Saturday and Sunday'],
  ['NL', '2026-06-06', 1, '2026-06-08', 'from a day of rest'],
  ['NL', '2026-06-01', 5, '2026-06-08', 'a week is five days'],
  ['SA', '2026-06-04', 1, '2026-06-07', 'Friday and Saturday are the weekend'],
  ['SA', '2026-06-05', 1, '2026-06-07', 'Sunday is a day of work'],
  ['IN', '2026-06-05', 1, '2026-06-06', 'Saturday is a day of work'],
  ['IN', '2026-06-06', 1, '2026-06-08', 'Sunday is not'],
  ['NL', '2026-04-02', 1, '2026-04-03', 'Good Friday is none in the whole country'],
  ['NL', '2026-04-03', 1, '2026-04-07', 'Easter Monday'],
  ['DE', '2026-04-02', 1, '2026-04-07', 'Good Friday and Easter Monday'],
  ['IN', '2026-08-14', 1, '2026-08-17', 'Independence Day on a Saturday'],
  ['US', '2026-07-02', 1, '2026-07-06', 'the fourth of July on a Saturday is kept on Friday'],
  ['SA', '2026-03-17', 2, '2026-03-23', 'a feast of several days'],
  ['NL', '2026-12-24', 1, '2026-12-28', 'both days of Christmas'],
  ['NL', '2026-12-30', 2, '2027-01-04', 'over the end of the year: the first of January is none'],
  ['NL', '2027-12-31', 1, '2028-01-03', 'a year that ends on a Friday'],
  ['NL', '2028-02-28', 1, '2028-02-29', 'a leap day'],
  ['ZZ', '2026-12-24', 1, '2026-12-25', 'a country without a calendar has no holidays'],
  ['ZZ', '2026-12-25', 1, '2026-12-28', 'but Saturday and Sunday'],
  ['', '2026-06-05', 1, '2026-06-08', 'as has none'],
];

describe('business days', () => {
  it.each(ROWS)('%s, %s and %i days: %s (%s)', (country, from, days, until) => {
    expect(addBusinessDays(noon(from), days, country)).toEqual(noon(until));
  });

  it('keep the time of day', () => {
    const from = new Date('2026-06-05T23:59:59.999Z');
    expect(addBusinessDays(from, 1, 'NL')).toEqual(new Date('2026-06-08T23:59:59.999Z'));
  });

  it.each([-1, 1.5, BUSINESS_DAYS_MAX + 1])('are not %p', (days) => {
    expect(() => addBusinessDays(noon('2026-06-04'), days, 'NL')).toThrow(RangeError);
  });
});
