import { toGlobalId } from '../../common/id.js';
import type { FeedEntry } from '../indicator-feed.service.js';
import type { HandledIndicator } from '../indicator.service.js';
import type { IndicatorChangeType, IndicatorType } from './indicator.types.js';

/** An indicator as the schema has it: every field named, so that a new one cannot leak. */
export function toIndicator(indicator: HandledIndicator): IndicatorType {
  const { tlp, sharingGroupId, sharingGroupName } = indicator.handling;
  return {
    id: toGlobalId('indicator', indicator.id),
    merchantId: toGlobalId('merchant', indicator.merchantViewId),
    type: indicator.type,
    scope: indicator.scope,
    display: indicator.display,
    strength: indicator.strength,
    shared: indicator.shared,
    status: indicator.status,
    disputed: indicator.status === 'DISPUTED',
    version: indicator.version,
    reason: indicator.reason,
    confidence: indicator.confidence,
    sources: indicator.sources,
    handling: {
      tlp,
      sharingGroup:
        sharingGroupId === null
          ? null
          : { id: toGlobalId('sharingGroup', sharingGroupId), name: sharingGroupName ?? '' },
    },
    validFrom: indicator.validFrom,
    validUntil: indicator.validUntil,
    changedAt: indicator.changedAt,
  };
}

export function toIndicatorChange({
  kind,
  indicatorId,
  indicator,
  changedAt,
}: FeedEntry): IndicatorChangeType {
  return {
    kind,
    indicatorId: toGlobalId('indicator', indicatorId),
    indicator: indicator === null ? null : toIndicator(indicator),
    changedAt,
  };
}
