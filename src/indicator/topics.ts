import type { MerchantId } from '../common/id.js';

/** Written when merchants are projected of which a report says that a child is at risk now. */
export const CHILD_AT_RISK_LISTED = 'indicator.child-at-risk-listed';

export interface ChildAtRiskListed {
  readonly merchantIds: readonly MerchantId[];
}

/** Written when ids of reports that are listed no more lead elsewhere: nothing need change in the feed with it. */
export const HANDLES_MOVED = 'indicator.handles-moved';

export interface HandlesMoved {
  readonly handles: readonly MerchantId[];
}
