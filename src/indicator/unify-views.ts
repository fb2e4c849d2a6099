import type { MerchantId } from '../common/id.js';
import { clusterDescriptions, DEFAULT_MATCHING_SETTINGS } from '../matching/index.js';
import type { VisibleView } from './view-content.js';

/** A visible view, as far as it tells which views are one merchant. */
export type UnifiableView = Pick<VisibleView, 'merchantId' | 'merchantViewId' | 'validFrom' | 'indicators'>;

/**
 * Joins the views of one merchant that a reader sees through several handling scopes, as far as what it sees ties them
 * together: by the same decision as resolution, and only within what resolution made one merchant. What an invisible
 * report alone ties together stays apart (product.md, rule 3).
 *
 * Gives for every handle the one that stands for the joined merchant: the one listed first, ties by id. Every handle of
 * it answers alike. `views` are all visible views of the merchants in question.
 *
 * Pure; independent of order.
 */
export function unifyViews(views: readonly UnifiableView[]): ReadonlyMap<MerchantId, MerchantId> {
  const leaderOf = new Map<MerchantId, MerchantId>();
  const byMerchant = Map.groupBy([...views].sort(byAge), ({ merchantId }) => merchantId);
  for (const together of byMerchant.values()) {
    for (const members of clustersOf(together)) {
      const [leader] = members;
      if (leader !== undefined) for (const view of members) leaderOf.set(view, leader);
    }
  }
  return leaderOf;
}

/** Clusters of handles, each oldest first. `views` are in that order; one handle may stand in several scopes. */
function clustersOf(views: readonly UnifiableView[]): readonly (readonly MerchantId[])[] {
  const handles = [...new Set(views.map(({ merchantViewId }) => merchantViewId))];
  if (handles.length === 1) return [handles];
  const keys = views.flatMap(({ indicators }) => indicators.flatMap((indicator) => indicator.keys));
  const knownShared = new Set(keys.filter(({ shared }) => shared).map(({ hash }) => hash));
  const { clusters } = clusterDescriptions(
    handles.map((id) => {
      const own = views.filter(({ merchantViewId }) => merchantViewId === id);
      return {
        id,
        receivedAt: own[0]?.validFrom ?? '',
        identifiers: own.flatMap(({ indicators }) =>
          // Of a value that is compared by its keys alone an indicator has no more than those.
          indicators.map((indicator) => ({ ...indicator, scope: null, value: indicator.value ?? '' })),
        ),
      };
    }),
    [],
    { ...DEFAULT_MATCHING_SETTINGS, knownShared },
  );
  return clusters.map(({ members }) => handles.filter((handle) => members.includes(handle)));
}

function byAge(one: UnifiableView, other: UnifiableView): number {
  if (one.validFrom !== other.validFrom) return one.validFrom < other.validFrom ? -1 : 1;
  return one.merchantViewId < other.merchantViewId ? -1 : 1;
}
