import type { HoldId } from '../common/id.js';

/** Written when a hold is placed, activated, extended or lifted: what it covers may be seen by others from now on. */
export const HOLD_CHANGED = 'hold.changed';

export interface HoldChanged {
  readonly holdId: HoldId;
}
