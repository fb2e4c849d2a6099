import type { Meter, RequestContext } from './request-context.js';

/**
 * Charges requests to whoever sends them. Implemented by the access part, which knows the callers, and provided by a
 * global module under this class as its token; without one nothing is charged.
 */
export abstract class RequestMeter implements Meter {
  /**
   * Takes `cost` values from the caller's share of the minute, and notes in the context what is left.
   *
   * @throws LimitError RATE_LIMITED when the share is spent: nothing of the request may run.
   */
  abstract charge(context: RequestContext, cost: number): Promise<void>;
}
