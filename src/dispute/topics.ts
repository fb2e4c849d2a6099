import type { DisputeId } from '../common/id.js';

/** Written when a dispute is filed, answered, ruled on, or appealed: what it challenges and takes out follows. */
export const DISPUTE_CHANGED = 'dispute.changed';

export interface DisputeChanged {
  readonly disputeId: DisputeId;
}
