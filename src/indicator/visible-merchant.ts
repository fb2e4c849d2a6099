import type { MerchantId } from '../common/id.js';
import { REPORT_REASONS, type ReportReason } from '../report/index.js';
import type { IndicatorStatus } from './indicator-status.js';
import { unifyViews } from './unify-views.js';
import type { VisibleView } from './view-content.js';

/** How a merchant stands as far as a reader can see. */
export type VisibleMerchantStatus = 'LISTED' | 'DISPUTED' | 'UNLISTED' | 'EXPIRED';

/** A merchant as one reader sees it. */
export interface VisibleMerchant {
  /** The handle that stands for it; each of `handles` answers alike. */
  readonly id: MerchantId;
  readonly handles: readonly MerchantId[];
  readonly status: VisibleMerchantStatus;
  /** Gravest first. */
  readonly reasons: readonly ReportReason[];
}

/**
 * The merchant that a reader sees behind `asked`, the handles that an id led it to (1 or more). `views` are all visible
 * views of the merchants in question; `endedAs` tells how the indicators under the handles stand where no view is left.
 *
 * An id that led to two merchants, because its report is shared in two scopes that nothing visible ties together, gives
 * the one that was listed first.
 */
export function visibleMerchant(
  asked: readonly [MerchantId, ...MerchantId[]],
  views: readonly VisibleView[],
  endedAs: readonly IndicatorStatus[],
): VisibleMerchant {
  const leaderOf = unifyViews(views);
  const id = [...leaderOf.entries()].find(([handle]) => asked.includes(handle))?.[1];
  if (id === undefined) {
    const status = endedAs.includes('EXPIRED') ? 'EXPIRED' : 'UNLISTED';
    return { id: asked[0], handles: asked, status, reasons: [] };
  }
  const handles = [...leaderOf].filter(([, leader]) => leader === id).map(([handle]) => handle);
  const own = views.filter(({ merchantViewId }) => handles.includes(merchantViewId));
  const status = own.some(({ disputed }) => disputed) ? 'DISPUTED' : 'LISTED';
  return { id, handles, status, reasons: byGravity(own.map(({ reason }) => reason)) };
}

/** The distinct reasons, gravest first: the order of REPORT_REASONS. */
export function byGravity(reasons: readonly ReportReason[]): ReportReason[] {
  return (Object.keys(REPORT_REASONS) as ReportReason[]).filter((reason) => reasons.includes(reason));
}
