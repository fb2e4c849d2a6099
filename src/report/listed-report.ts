import type { HandlingScopeId, MemberId, MerchantId, ReportId } from '../common/id.js';
import type { ReportBasis } from '../config/index.js';
import type { SubjectIdentifier } from '../identifier/index.js';
import type { ReportReason } from './reason.js';

/** An accepted report in its present version: what a listing rests on. It never reaches another member as such. */
export interface ListedReport {
  readonly reportId: ReportId;
  readonly merchantId: MerchantId;
  readonly ownMerchantId: MerchantId;
  readonly receivedAt: Date;
  readonly acceptedAt: Date;
  readonly memberId: MemberId;
  readonly reason: ReportReason;
  readonly basis: ReportBasis;
  readonly sourceKey: string;
  readonly handlingScopeId: HandlingScopeId;
  readonly observedFrom: string | null;
  readonly observedTo: string | null;
  readonly identifiers: readonly SubjectIdentifier[];
  readonly childAtRisk: boolean;
}
