import type { Alert, AlertKind } from '../alert/index.js';
import type {
  HandlingScopeId,
  IndicatorId,
  MemberId,
  MerchantId,
  NoticeId,
  ServiceRangeId,
} from '../common/id.js';
import type { ReportReason } from '../report/index.js';
import type { NoticeStatus } from './notice-status.js';

/** Business days of the member's country in which a notice is to be acknowledged, and acted on and reported. */
export const ACKNOWLEDGE_WITHIN_DAYS = 1;
export const ACT_WITHIN_DAYS = 5;

/** The alerts that tell of a notice: the second of a child at risk, where it is said only once the notice was answered. */
export const NOTICE_ALERTS = ['NOTICE', 'CHILD_AT_RISK'] as const satisfies readonly AlertKind[];

/** What the member did about a notice, as stored. */
export type NoticeOutcome = 'ANSWERED' | 'FORWARDED';

/** A merchant as it is seen within one handling scope. */
export interface NoticedView {
  readonly merchantViewId: MerchantId;
  readonly handlingScopeId: HandlingScopeId;
}

/** A merchant that is listed, and that a member serves: the member is to act. As the member sees it now. */
export interface Notice {
  readonly id: NoticeId;
  readonly status: Exclude<NoticeStatus, 'ENDED'>;
  /** The handle under which the member sees the merchant at present. */
  readonly merchantId: MerchantId;
  readonly reason: ReportReason;
  /** In which of the member's own ranges the merchant lies; none where it was forwarded. */
  readonly serviceRangeIds: readonly ServiceRangeId[];
  /** The indicators that lie in them. */
  readonly indicatorIds: readonly IndicatorId[];
  /** Another member said that this one serves the merchant. */
  readonly forwarded: boolean;
  readonly alert: Alert;
}

/** Equal for notices to one member about one view. */
export function noticeKey({
  memberId,
  merchantViewId,
  handlingScopeId,
}: NoticedView & { readonly memberId: MemberId }): string {
  return `${memberId} ${merchantViewId} ${handlingScopeId}`;
}

/** What is to be raised: one member serves what is listed in one view. */
export interface ServedView extends NoticedView {
  readonly memberId: MemberId;
  /** ISO 3166-1 alpha-2: its business days count. */
  readonly country: string;
  readonly serviceRangeIds: readonly ServiceRangeId[];
  readonly indicatorIds: readonly IndicatorId[];
  readonly critical: boolean;
}

/** Written when a notice is forwarded: the member named there is to be told, as far as it may see the merchant. */
export const NOTICE_FORWARDED = 'notice.forwarded';

export interface NoticeForwarded {
  readonly noticeId: NoticeId;
  readonly toMemberId: MemberId;
}
