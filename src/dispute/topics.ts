import type { DisputeId } from '../common/id.js';
import type { EventKind } from '../event/index.js';

/** Written when a dispute is filed, answered, ruled on, or appealed: what it challenges and takes out follows. */
export const DISPUTE_CHANGED = 'dispute.changed';

/** What both sides of a dispute are told. */
export type SidesEvent = Extract<
  EventKind,
  'DISPUTE_IN_REVIEW' | 'DISPUTE_RULED' | 'DISPUTE_APPEALED' | 'DISPUTE_ENDED'
>;

export interface DisputeChanged {
  readonly disputeId: DisputeId;
  /** A step that its sides are to be told of: whoever takes it does not see them all. */
  readonly told?: SidesEvent;
}
