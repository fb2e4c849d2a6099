/**
 * States what cannot happen. A failure is a fault of Cordon, never of the caller: the client is told INTERNAL and a
 * request id, the log holds the reason.
 */
export function assert(condition: unknown, whyItHolds: string): asserts condition {
  if (!condition) throw new AssertionError(whyItHolds);
}

/** Thrown by `assert`. Its message names the broken invariant and is for the log alone. */
export class AssertionError extends Error {
  override readonly name = 'AssertionError';
}
