import type { IndicatorStatus } from '../indicator/index.js';

/**
 * Why something is recalled. EXPIRED: its life is over. RULED_OUT: a dispute was upheld. WITHDRAWN: anything else, and it does
 * not tell what: a reporter that withdraws, a narrower handling, a group that was left and a hold look alike (product.md,
 * rules 4 and 5).
 */
export const RECALL_REASONS = ['WITHDRAWN', 'EXPIRED', 'RULED_OUT'] as const;

export type RecallReason = (typeof RECALL_REASONS)[number];

/**
 * The reason for a removal, by how the indicator stands behind it, and whether a ruling since its last change took a report
 * out of what stated it. Where it was told to one member alone the indicator stands for others: that is a withdrawal.
 */
export function recallReason(removed: {
  readonly status: IndicatorStatus;
  readonly ruledOut: boolean;
  readonly forOneMember: boolean;
}): RecallReason {
  if (removed.forOneMember) return 'WITHDRAWN';
  if (removed.status === 'EXPIRED') return 'EXPIRED';
  return removed.status === 'REVOKED' && removed.ruledOut ? 'RULED_OUT' : 'WITHDRAWN';
}
