import type { IndicatorId } from '../common/id.js';
import {
  diffIndicators,
  type IndicatorChange,
  type IndicatorEnd,
  type IndicatorListing,
} from './diff-indicators.js';
import type { DesiredIndicator, Indicator, KeyedIndicator } from './indicator.js';
import { type ChangeKind, type NewChange, sharedIndicator } from './shared-indicator.js';

/** What a projection writes. */
export interface ProjectionPlan {
  readonly made: readonly KeyedIndicator[];
  /** Stored indicators in their new form; those that were ended get their keys back. */
  readonly changed: readonly KeyedIndicator[];
  readonly ended: readonly IndicatorEnd[];
  /** What the feed tells of it. */
  readonly news: readonly NewChange[];
  /** Every active indicator as it stands afterwards. */
  readonly active: readonly KeyedIndicator[];
}

/**
 * Plans how stored indicators become the desired ones at the moment `now`; `nextId` gives ids for new ones. What every
 * part of the input means is told by `diffIndicators`. Planning again after the plan is carried out plans nothing.
 */
export function planProjection(
  stored: readonly Indicator[],
  desired: readonly DesiredIndicator[],
  now: Date,
  nextId: () => IndicatorId,
): ProjectionPlan {
  const diff = diffIndicators(stored, desired, now);
  const made = diff.made.map((listing) => nextVersion(listing, { id: nextId(), version: 0 }, now));
  const relisted = diff.relisted.map((change) => nextVersion(change, change.stored, now));
  const updated = diff.updated.map((change) => nextVersion(change, change.stored, now));
  const kept = diff.kept.map(sameVersion);
  const listed = [...made, ...relisted];
  return {
    made,
    changed: [...relisted, ...updated, ...kept],
    ended: diff.ended,
    news: [
      ...diff.ended.map(({ stored }) => removal(stored)),
      ...listed.map(({ indicator }) => announcement('LISTED', indicator)),
      ...updated.map(({ indicator }) => announcement('UPDATED', indicator)),
    ],
    active: [...listed, ...updated, ...kept, ...diff.same.map(sameVersion)],
  };
}

function announcement(kind: Exclude<ChangeKind, 'REMOVED'>, indicator: Indicator): NewChange {
  const { id, version, handlingScopeId } = indicator;
  return { indicatorId: id, version, kind, handlingScopeId, content: sharedIndicator(indicator) };
}

function removal({ id, version, handlingScopeId }: Indicator): NewChange {
  return { indicatorId: id, version: version + 1, kind: 'REMOVED', handlingScopeId, content: null };
}

function nextVersion(
  { desired: { keys, compared, renewsAt, disputed: _, ...content }, status }: IndicatorListing,
  stored: { readonly id: IndicatorId; readonly version: number },
  now: Date,
): KeyedIndicator {
  return {
    indicator: {
      ...content,
      id: stored.id,
      status,
      version: stored.version + 1,
      changedAt: now,
    },
    keys,
    compared,
    renewsAt,
  };
}

function sameVersion({ stored, desired }: IndicatorChange): KeyedIndicator {
  const { merchantId, sourceCount, exclusiveWithin, keys, compared, renewsAt } = desired;
  return { indicator: { ...stored, merchantId, sourceCount, exclusiveWithin }, keys, compared, renewsAt };
}
