import type { HandlingScopeId, MerchantId } from '../common/id.js';
import type { MerchantView } from './merchant-views.js';

/** Under which handle a report's own merchant id is found, within one handling scope. */
export interface ViewMembership {
  readonly ownMerchantId: MerchantId;
  readonly handlingScopeId: HandlingScopeId;
  readonly merchantViewId: MerchantId;
}

/** A membership as it was, with the merchant that the report is of by now. */
export interface StoredMembership extends ViewMembership {
  readonly merchantId: MerchantId;
}

/** The memberships that have to be written. */
export interface FollowedViews {
  /** Of reports that are listed. */
  readonly listed: readonly ViewMembership[];
  /** Of those that are listed no more: their ids lead elsewhere by now. */
  readonly gone: readonly ViewMembership[];
}

/**
 * Decides what has to be written so that every id that was ever a handle leads to the merchant it is now.
 *
 * A report that is listed leads to the view it stands in. One that is listed no more keeps its id answering: it follows
 * the reports it stood with, to the view of the first of them that is still listed, and stays as it is when none is. Where they
 * are of several merchants by now, because a merger was undone, it follows those of its own, and leads nowhere when none of
 * them is listed.
 *
 * `stored` holds the memberships of the views in hand, in any order. Applying the result and comparing again gives
 * nothing.
 */
export function followViews(
  stored: readonly StoredMembership[],
  views: readonly MerchantView[],
): FollowedViews {
  const listed = views.flatMap(({ handlingScopeId, merchantViewId, reports }) =>
    reports.map(({ ownMerchantId }) => ({ ownMerchantId, handlingScopeId, merchantViewId })),
  );
  const viewOf = new Map(listed.map((membership) => [keyOf(membership), membership.merchantViewId]));
  const byAge = new Map(listed.map((membership, index) => [keyOf(membership), index]));
  const stillListed = stored
    .filter((membership) => byAge.has(keyOf(membership)))
    .sort((one, other) => (byAge.get(keyOf(one)) ?? 0) - (byAge.get(keyOf(other)) ?? 0));
  const listedAgain = new Set(stillListed.map(formerViewOf));
  const successorOf = new Map<string, MerchantId>();
  for (const membership of stillListed) {
    const now = viewOf.get(keyOf(membership));
    const former = formerMerchantOf(membership);
    if (now !== undefined && !successorOf.has(former)) successorOf.set(former, now);
  }
  const gone = stored
    .filter((membership) => !viewOf.has(keyOf(membership)))
    .map((membership) => {
      const { ownMerchantId, handlingScopeId } = membership;
      const isOfOthers = listedAgain.has(formerViewOf(membership));
      const merchantViewId =
        successorOf.get(formerMerchantOf(membership)) ??
        (isOfOthers ? ownMerchantId : membership.merchantViewId);
      return { ownMerchantId, handlingScopeId, merchantViewId };
    });
  const before = new Map(stored.map((membership) => [keyOf(membership), membership.merchantViewId]));
  const changed = (memberships: readonly ViewMembership[]): readonly ViewMembership[] =>
    memberships.filter((membership) => before.get(keyOf(membership)) !== membership.merchantViewId);
  return { listed: changed(listed), gone: changed(gone) };
}

function keyOf({ ownMerchantId, handlingScopeId }: ViewMembership): string {
  return `${ownMerchantId} ${handlingScopeId}`;
}

function formerViewOf({ merchantViewId, handlingScopeId }: ViewMembership): string {
  return `${merchantViewId} ${handlingScopeId}`;
}

/** The part of a former view that is of one merchant by now. */
function formerMerchantOf(membership: StoredMembership): string {
  return `${formerViewOf(membership)} ${membership.merchantId}`;
}
