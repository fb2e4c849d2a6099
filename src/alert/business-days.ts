import Holidays from 'date-holidays';

const DAY_MS = 86_400_000;
/** No deadline here is further away: a mistaken one must not look for a year of days. */
export const BUSINESS_DAYS_MAX = 60;
/** Years of countries that are remembered: 250 countries, two years each. */
const REMEMBERED_MAX = 500;

/** ECMA-402 has it; the compiler's library does not yet. */
interface LocaleWithWeek extends Intl.Locale {
  getWeekInfo(): { readonly weekend: readonly number[] };
}

/** Whether each weekday, Sunday first, is one of rest. */
type RestDays = readonly boolean[];

const holidaysOf = new Map<string, ReadonlySet<string>>();

/**
 * The moment that lies `days` business days after `from` (0 to BUSINESS_DAYS_MAX, whole), at the same time of day: the day of
 * `from` does not count, whether it is one of work or not. 0 days is `from` itself.
 *
 * A business day is none of the weekend of the country (`SA`: Friday and Saturday; by CLDR) and none of its public holidays,
 * those kept in the whole country; of a country that is not known Saturday and Sunday are the weekend and there are no
 * holidays. Days are those of UTC: everybody reckons the same, and nobody loses more than the hours between.
 */
export function addBusinessDays(from: Date, days: number, country: string): Date {
  if (!Number.isInteger(days) || days < 0 || days > BUSINESS_DAYS_MAX)
    throw new RangeError(`business days are 0 to ${BUSINESS_DAYS_MAX}`);
  const rest = restDays(country);
  let moment = from.getTime();
  for (let left = days; left > 0;) {
    moment += DAY_MS;
    if (isBusinessDay(new Date(moment), country, rest)) left -= 1;
  }
  return new Date(moment);
}

function isBusinessDay(day: Date, country: string, rest: RestDays): boolean {
  if (rest[day.getUTCDay()] === true) return false;
  return !publicHolidays(country, day.getUTCFullYear()).has(dayOf(day));
}

/** Intl counts Monday as 1 and Sunday as 7. */
function restDays(country: string): RestDays {
  const isRegion = /^[A-Z]{2}$/.test(country);
  const locale = new Intl.Locale(isRegion ? `und-${country}` : 'und-001') as LocaleWithWeek;
  const { weekend } = locale.getWeekInfo();
  return Array.from({ length: 7 }, (_, weekday) => weekend.includes(weekday === 0 ? 7 : weekday));
}

function publicHolidays(country: string, year: number): ReadonlySet<string> {
  const key = `${country} ${year}`;
  const known = holidaysOf.get(key);
  if (known !== undefined) return known;
  const found = new Set(
    new Holidays(country, { types: ['public'] })
      .getHolidays(year)
      .filter(({ type }) => type === 'public')
      .flatMap(({ date, start, end }) => daysFrom(date.slice(0, 10), end.getTime() - start.getTime())),
  );
  if (holidaysOf.size >= REMEMBERED_MAX) holidaysOf.clear();
  holidaysOf.set(key, found);
  return found;
}

/** A holiday may go on for several days; one that lasts hours takes its day. */
function daysFrom(first: string, lengthMs: number): string[] {
  const start = Date.parse(`${first}T00:00:00Z`);
  const length = Math.max(1, Math.round(lengthMs / DAY_MS));
  return Array.from({ length }, (_, index) => dayOf(new Date(start + index * DAY_MS)));
}

function dayOf(moment: Date): string {
  return moment.toISOString().slice(0, 10);
}
