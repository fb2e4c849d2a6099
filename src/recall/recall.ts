import type { Alert } from '../alert/index.js';
import type { HandlingScopeId, IndicatorId, MemberId, MerchantId, RecallId } from '../common/id.js';
import type { IdentifierType } from '../identifier/index.js';
import type { RecallReason } from './recall-reason.js';

/** Business days, of the member's country, by which a recall is to be acknowledged, and what rests on it put right. */
export const ACKNOWLEDGE_DAYS = 1;
export const ACT_DAYS = 5;

/** What is withdrawn together, and who is looked for. */
export interface NewRecall {
  readonly id: RecallId;
  readonly merchantViewId: MerchantId | null;
  readonly handlingScopeId: HandlingScopeId;
  readonly onlyMemberId: MemberId | null;
  readonly reason: RecallReason;
  readonly withdrawnAt: Date;
}

/** A recall as one of its recipients sees it. */
export interface OwnRecall {
  readonly id: RecallId;
  /** Null where it is of several merchants. */
  readonly merchantViewId: MerchantId | null;
  readonly reason: RecallReason;
  readonly withdrawnAt: Date;
  readonly alert: Alert;
}

/** An indicator that was received, as it was shown. */
export interface RecalledIndicator {
  readonly indicatorId: IndicatorId;
  readonly type: IdentifierType;
  readonly scope: string | null;
  readonly display: string;
}

/** What has become of a recall: how many of its recipients have got how far. */
export interface RecallProgress {
  readonly id: RecallId;
  readonly reason: RecallReason;
  readonly withdrawnAt: Date;
  /** Whether everyone who had received it is told. */
  readonly settled: boolean;
  readonly recipients: number;
  readonly delivered: number;
  readonly acknowledged: number;
  readonly overdue: number;
}

/** A recipient that has not acknowledged. */
export interface WaitingRecipient {
  readonly memberId: MemberId;
  readonly memberName: string;
  readonly deliveredAt: Date | null;
  readonly acknowledgeBy: Date;
}
