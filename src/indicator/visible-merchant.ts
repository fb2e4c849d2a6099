import type { MerchantId } from '../common/id.js';
import type { MerchantState, MerchantStatus } from '../merchant/index.js';
import { REPORT_REASONS, type ReportReason } from '../report/index.js';
import type { IndicatorStatus } from './indicator-status.js';
import { unifyViews } from './unify-views.js';
import type { VisibleView } from './view-content.js';

/**
 * How a merchant stands as far as a reader can see. HELD is for analysts and the liaison that asked, DELISTED for analysts: who
 * else could tell a hold or a ruling from a withdrawal would know of holds (product.md, rule 5).
 */
export type VisibleMerchantStatus = MerchantStatus | 'HELD';

/** A visible view, and whether it is seen though a hold covers it. */
export type SeenView = VisibleView & { readonly held: boolean };

/** How a merchant stands of which nothing is listed to the reader. */
export interface EndedMerchant {
  /** How the indicators under its handles stand. */
  readonly indicators: readonly IndicatorStatus[];
  /** How the merchant itself is kept, for analysts. */
  readonly kept: MerchantState | undefined;
}

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
 * views of the merchants in question; `ended` tells how it stands where no view is left.
 *
 * An id that led to two merchants, because its report is shared in two scopes that nothing visible ties together, gives
 * the one that was listed first.
 */
export function visibleMerchant(
  asked: readonly [MerchantId, ...MerchantId[]],
  views: readonly SeenView[],
  ended: EndedMerchant | undefined,
): VisibleMerchant {
  const leaderOf = unifyViews(views);
  const id = [...leaderOf.entries()].find(([handle]) => asked.includes(handle))?.[1];
  if (id === undefined) {
    return { id: asked[0], handles: asked, status: endedStatus(ended), reasons: [] };
  }
  const handles = [...leaderOf].filter(([, leader]) => leader === id).map(([handle]) => handle);
  const own = views.filter(({ merchantViewId }) => handles.includes(merchantViewId));
  return { id, handles, status: listedStatus(own), reasons: byGravity(own.map(({ reason }) => reason)) };
}

function listedStatus(views: readonly SeenView[]): VisibleMerchantStatus {
  if (views.some(({ held }) => held)) return 'HELD';
  return views.some(({ disputed }) => disputed) ? 'DISPUTED' : 'LISTED';
}

/** What is kept of a merchant counts as far as it says why nothing is listed: it may be listed to others. */
function endedStatus(ended: EndedMerchant | undefined): VisibleMerchantStatus {
  if (ended?.kept?.held === true) return 'HELD';
  if (ended?.kept?.status === 'DELISTED') return 'DELISTED';
  return ended?.indicators.includes('EXPIRED') === true ? 'EXPIRED' : 'UNLISTED';
}

/** The distinct reasons, gravest first: the order of REPORT_REASONS. */
export function byGravity(reasons: readonly ReportReason[]): ReportReason[] {
  return (Object.keys(REPORT_REASONS) as ReportReason[]).filter((reason) => reasons.includes(reason));
}
