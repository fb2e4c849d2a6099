import type { HandlingScopeId, IndicatorId, MemberId, MerchantId } from '../common/id.js';
import type { IdentifierType } from '../identifier/index.js';
import type { RecallReason } from './recall-reason.js';

/** An indicator that is no longer shared with whoever saw its scope, or with one member. */
export interface Removal {
  readonly indicatorId: IndicatorId;
  readonly merchantViewId: MerchantId;
  readonly handlingScopeId: HandlingScopeId;
  readonly onlyMemberId: MemberId | null;
  readonly reason: RecallReason;
  readonly withdrawnAt: Date;
  readonly type: IdentifierType;
  readonly scope: string | null;
  readonly display: string;
  /** Lower-case hex. */
  readonly valueHash: string;
  /** Its place in the feed: a bigint, so a string. */
  readonly place: string;
}

/** What becomes one recall. */
export interface RemovedTogether {
  /** Null where it is of several merchants. */
  readonly merchantViewId: MerchantId | null;
  readonly handlingScopeId: HandlingScopeId;
  readonly onlyMemberId: MemberId | null;
  readonly reason: RecallReason;
  readonly withdrawnAt: Date;
  /** 1 or more, each indicator once. */
  readonly removals: readonly Removal[];
}

/**
 * Puts removals together that a recipient is to hear of as one: those of one merchant, as one scope saw it, that happened at
 * one moment for one reason. A member that left a group hears once of everything there, whatever merchants it was.
 *
 * An indicator that was removed twice (listed again in between) is removed twice here as well. Pure; keeps the order.
 */
export function groupRemovals(removals: readonly Removal[]): readonly RemovedTogether[] {
  const groups: (Omit<RemovedTogether, 'removals'> & {
    readonly key: string;
    readonly removals: Removal[];
  })[] = [];
  for (const removal of removals) {
    const { handlingScopeId, onlyMemberId, reason, withdrawnAt, indicatorId } = removal;
    const merchantViewId = onlyMemberId === null ? removal.merchantViewId : null;
    const key = JSON.stringify([merchantViewId, handlingScopeId, onlyMemberId, reason, withdrawnAt]);
    const together = groups.find(
      (group) => group.key === key && group.removals.every((other) => other.indicatorId !== indicatorId),
    );
    if (together === undefined)
      groups.push({
        key,
        merchantViewId,
        handlingScopeId,
        onlyMemberId,
        reason,
        withdrawnAt,
        removals: [removal],
      });
    else together.removals.push(removal);
  }
  return groups.map(({ key: _, ...group }) => group);
}
