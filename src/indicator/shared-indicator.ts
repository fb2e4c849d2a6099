import type { HandlingScopeId, IndicatorId, MerchantId } from '../common/id.js';
import type { IdentifierType, Strength } from '../identifier/index.js';
import type { ReportReason } from '../report/index.js';
import type { Confidence } from './confidence.js';
import type { Indicator } from './indicator.js';
import type { IndicatorStatus } from './indicator-status.js';
import { type SourceBand, sourceBand } from './source-band.js';
import { weekStart } from './week.js';

/** What happened to an indicator. LISTED and UPDATED both carry it whole; REMOVED is a tombstone. */
export const CHANGE_KINDS = ['LISTED', 'UPDATED', 'REMOVED'] as const;

export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** An indicator as its audience sees it: no reporter, no exact count, no time finer than a week. */
export interface SharedIndicator {
  readonly id: IndicatorId;
  readonly merchantViewId: MerchantId;
  readonly handlingScopeId: HandlingScopeId;
  readonly type: IdentifierType;
  readonly scope: string | null;
  readonly display: string;
  readonly strength: Strength;
  readonly shared: boolean;
  readonly status: IndicatorStatus;
  readonly version: number;
  readonly reason: ReportReason;
  readonly confidence: Confidence;
  readonly sources: SourceBand;
  readonly validFrom: Date;
  readonly validUntil: Date;
  /** Start of the week of the last change. */
  readonly changedAt: Date;
}

/** The same as it stands in the feed, where times are ISO 8601. */
export type ChangeContent = {
  readonly [Key in keyof SharedIndicator]: SharedIndicator[Key] extends Date ? string : SharedIndicator[Key];
};

/** One entry that is to stand in the feed. */
export interface NewChange {
  readonly indicatorId: IndicatorId;
  readonly version: number;
  readonly kind: ChangeKind;
  readonly handlingScopeId: HandlingScopeId;
  /** Null on a tombstone: what is withdrawn is not handed out again. */
  readonly content: SharedIndicator | null;
}

/** What a stored indicator shows to its audience. */
export function sharedIndicator(indicator: Indicator): SharedIndicator {
  return {
    id: indicator.id,
    merchantViewId: indicator.merchantViewId,
    handlingScopeId: indicator.handlingScopeId,
    type: indicator.type,
    scope: indicator.scope,
    display: indicator.display,
    strength: indicator.strength,
    shared: indicator.shared,
    status: indicator.status,
    version: indicator.version,
    reason: indicator.reason,
    confidence: indicator.confidence,
    sources: sourceBand(indicator.sourceCount),
    validFrom: indicator.validFrom,
    validUntil: indicator.validUntil,
    changedAt: weekStart(indicator.changedAt),
  };
}

/** An indicator out of the feed. */
export function indicatorOfChange(content: ChangeContent): SharedIndicator {
  return {
    ...content,
    validFrom: new Date(content.validFrom),
    validUntil: new Date(content.validUntil),
    changedAt: new Date(content.changedAt),
  };
}
