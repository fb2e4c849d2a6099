const DELAY_MIN_MS = 200;
const DELAY_MAX_MS = 5_000;

/**
 * How long to wait before the next attempt: doubling from 200 ms up to 5 s, and spread by half either way so that many
 * callers do not come back together. `attempt` counts from 0; `random` is in [0, 1).
 */
export function retryDelayMs(attempt: number, random: number): number {
  const delay = Math.min(DELAY_MIN_MS * 2 ** attempt, DELAY_MAX_MS);
  return Math.round(delay * (0.5 + random));
}
