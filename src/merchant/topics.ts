import type { MerchantId, ReportId } from '../common/id.js';

/** Written with every report that is new, corrected, rejected or withdrawn: its description wants resolving. */
export const DESCRIPTION_CHANGED = 'description.changed';

export interface DescriptionChanged {
  readonly descriptionIds: readonly ReportId[];
}

/** Written when descriptions have been resolved and can be found by name: what they may be the same as is looked for. */
export const DESCRIPTION_RESOLVED = 'description.resolved';

export interface DescriptionResolved {
  readonly descriptionIds: readonly ReportId[];
}

/** Written when a merchant's descriptions, or what may be shared of them, have changed. Higher parts read it. */
export const MERCHANT_CHANGED = 'merchant.changed';

export interface MerchantChanged {
  readonly merchantIds: readonly MerchantId[];
}
