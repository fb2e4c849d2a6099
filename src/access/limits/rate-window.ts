/** The length of a window, in milliseconds. */
const WINDOW_MS = 60_000;

/** A minute of the clock: everybody's share is whole again when it ends. */
export interface RateWindow {
  /** Minutes since 1970: the same in every instance whose clock is right. */
  readonly number: number;
  readonly endsAt: Date;
}

/** The window that a moment is in. */
export function windowAt(now: Date): RateWindow {
  const number = Math.floor(now.getTime() / WINDOW_MS);
  return { number, endsAt: new Date((number + 1) * WINDOW_MS) };
}

/** Whole seconds until a moment, 1 or more, as `Retry-After` takes them. */
export function secondsUntil(then: Date, now: Date): number {
  return Math.max(1, Math.ceil((then.getTime() - now.getTime()) / 1000));
}
