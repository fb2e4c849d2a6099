import type { MerchantId } from '../common/id.js';

/**
 * Written when accepted reports say less than before: withdrawn, corrected, or ruled out. Whoever was not told of the merchant
 * because it had said so itself may have to be told now.
 */
export const REPORT_NARROWED = 'report.narrowed';

export interface ReportNarrowed {
  readonly merchantIds: readonly MerchantId[];
}
