/**
 * Days for which events are kept: a year, the longest for which a question of a member is kept (product.md, "watch": 360
 * days), and a month in which whoever was cut off comes back. What the events are about is kept by its own rules.
 */
export const EVENT_KEPT_DAYS = 400;

const DAY_MS = 86_400_000;

/** At the moment `now` events from before this are kept no longer. */
export function eventsKeptSince(now: Date): Date {
  return new Date(now.getTime() - EVENT_KEPT_DAYS * DAY_MS);
}
