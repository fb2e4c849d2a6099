import type { Belonging } from './belonging.js';
import type { Target } from './targets.js';

/** A target and whose it is. */
export interface OwnedTarget {
  readonly target: Target;
  readonly belonging: Belonging;
}
