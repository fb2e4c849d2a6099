/** The part of what is left of a window that an instance draws at once, and the least part of the whole that it draws. */
const LEASE_PART = 1 / 20;
const LEASE_PART_MIN = 1 / 200;

/**
 * How many points an instance draws from the shared counter, which has `left` of `limit`, when a request needs `needed` more
 * than the instance holds.
 *
 * What it draws and nobody spends is lost to the member when the window ends. A fixed part would lose as much at the end of
 * a window as at its beginning; a part of what is left, down to a 200th of the limit, has a member refused early by at most
 * (instances - 1) x max(left / 20, limit / 200) points, at a price of about 75 draws for a whole window.
 */
export function leasePoints(limit: number, left: number, needed: number): number {
  return Math.max(needed, Math.ceil(Math.max(left * LEASE_PART, limit * LEASE_PART_MIN)));
}

/**
 * What an instance got of the points that it drew. The counter is added to whether or not there was as much: what stands in
 * it after the draw tells how much of it lay within the limit. Draws come one after the other, so what all instances
 * got together is exactly the limit and never more.
 */
export function grantedPoints(limit: number, drawn: number, counterAfter: number): number {
  return Math.min(Math.max(limit - (counterAfter - drawn), 0), drawn);
}
