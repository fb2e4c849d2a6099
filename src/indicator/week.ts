const DAY_MS = 86_400_000;

/**
 * The Monday, 00:00 UTC, of the week that holds `moment`. Times that members see are given to the week: a reporter is
 * known by the day of its report to whoever watched the same account (product.md, rule 4).
 */
export function weekStart(moment: Date): Date {
  const day = Math.floor(moment.getTime() / DAY_MS);
  // 1 January 1970 was a Thursday: three days after a Monday.
  const sinceMonday = (((day + 3) % 7) + 7) % 7;
  return new Date((day - sinceMonday) * DAY_MS);
}

/** The same moment `years` later; 29 February becomes 1 March where the year has none. */
export function addYears(moment: Date, years: number): Date {
  const later = new Date(moment);
  later.setUTCFullYear(later.getUTCFullYear() + years);
  return later;
}
