import type { HandlingScopeId, IndicatorId, MerchantId } from '../common/id.js';
import type { IdentifierKey, IdentifierType, Strength } from '../identifier/index.js';
import type { ReportReason } from '../report/index.js';
import type { ComparedValue } from './compared-value.js';
import type { Confidence } from './confidence.js';
import type { IndicatorStatus } from './indicator-status.js';

/** What an identifier of a listed merchant says, as shared within one handling scope. */
export interface IndicatorContent {
  readonly type: IdentifierType;
  /** Within what the value is unique; never what would tell the reporter (see `sharedScope`). */
  readonly scope: string | null;
  /** Masked or defanged: what another member may read. */
  readonly display: string;
  /** ISO 3166-1 alpha-2, of an address, a person or a national number. */
  readonly country: string | null;
  readonly strength: Strength;
  /** Unrelated merchants hold it too: a match on it alone says little (product.md, rule 7). */
  readonly shared: boolean;
  readonly exclusiveWithin: string | null;
  readonly reason: ReportReason;
  readonly confidence: Confidence;
  /** Independent members, 1 or more (independent-members.ts). Shared as a band only. */
  readonly sourceCount: number;
  /** Start of the week of the first acceptance. */
  readonly validFrom: Date;
  readonly validUntil: Date;
}

/**
 * What makes two indicators one: the identifier, the merchant as it is seen within one handling scope, and that scope.
 * One row therefore has one audience, and nothing of it comes from reports that its readers may not see.
 */
export interface IndicatorIdentity {
  /** The merchant's handle within the scope: the own id of the earliest report that this view is made of. */
  readonly merchantViewId: MerchantId;
  readonly handlingScopeId: HandlingScopeId;
  /** Of type, scope and normal form: 16 bytes in lower-case hex. */
  readonly valueHash: string;
}

/** An indicator as the present reports make it. */
export interface DesiredIndicator extends IndicatorIdentity, IndicatorContent {
  /** The resolved merchant, of all scopes together. Never shown: it would tell what other scopes hold. */
  readonly merchantId: MerchantId;
  readonly keys: readonly IdentifierKey[];
  readonly compared: ComparedValue | null;
  /** When a later end is to be told: see `Assessment`. */
  readonly renewsAt: Date | null;
  /** A challenge names a report of its view: it is listed as DISPUTED. */
  readonly disputed: boolean;
}

/** An indicator as stored. */
export interface Indicator extends IndicatorIdentity, IndicatorContent {
  readonly id: IndicatorId;
  readonly merchantId: MerchantId;
  readonly status: IndicatorStatus;
  /** 1 or more; grows with every change that readers can see. */
  readonly version: number;
  readonly changedAt: Date;
}

/** An active indicator with the keys under which it is found, and what it is compared by beside them. */
export interface KeyedIndicator {
  readonly indicator: Indicator;
  readonly keys: readonly IdentifierKey[];
  readonly compared: ComparedValue | null;
  readonly renewsAt: Date | null;
}
