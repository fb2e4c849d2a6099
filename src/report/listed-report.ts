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
  /** Since when its audience knows the source that it relays: at the latest since it was accepted. */
  readonly knownSince: Date;
  readonly memberId: MemberId;
  readonly reason: ReportReason;
  /** What it was for, once accepted, before it was corrected: in order, each until when. Empty for most. */
  readonly earlierReasons: readonly EarlierReason[];
  readonly basis: ReportBasis;
  readonly sourceKey: string;
  readonly handlingScopeId: HandlingScopeId;
  readonly observedFrom: string | null;
  readonly observedTo: string | null;
  readonly identifiers: readonly SubjectIdentifier[];
  readonly childAtRisk: boolean;
}

/** A reason that a correction of the report replaced. */
export interface EarlierReason {
  readonly reason: ReportReason;
  readonly until: Date;
}

/** A report that was accepted and withdrawn, as far as it says what the life of a listing was. */
export interface WithdrawnReport extends Pick<
  ListedReport,
  | 'merchantId'
  | 'memberId'
  | 'handlingScopeId'
  | 'sourceKey'
  | 'reason'
  | 'earlierReasons'
  | 'basis'
  | 'acceptedAt'
  | 'knownSince'
> {
  readonly withdrawnAt: Date;
}

/** What the accepted reports of merchants come to. */
export interface StandingReports {
  /** Those that count, the earliest received first. */
  readonly reports: readonly ListedReport[];
  readonly withdrawn: readonly WithdrawnReport[];
  /** Merchants from whose listing a ruling took a whole report, or all that was left of one. */
  readonly ruledOut: ReadonlySet<MerchantId>;
}
