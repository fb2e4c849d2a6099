import type { MemberId, ReportId } from '../common/id.js';
import type { ReportBasis } from '../config/index.js';
import type { SubjectIdentifier } from '../identifier/index.js';
import type { Handling } from './handling.js';
import type { MerchantAction, PaymentMethod, ReportReason } from './reason.js';
import type { ReportNotice } from './report-draft.js';
import type { ReportStatus } from './report-status.js';

/** What a report says in one version. */
export interface StoredVersion {
  readonly reportId: ReportId;
  readonly version: number;
  readonly contentHash: Buffer;
  readonly reason: ReportReason;
  readonly basis: ReportBasis;
  readonly externalReference: string | null;
  readonly paymentMethods: readonly PaymentMethod[];
  readonly observedFrom: string | null;
  readonly observedTo: string | null;
  readonly actionTaken: MerchantAction | null;
  readonly handling: Handling;
  readonly narrative: string | null;
  readonly identifiers: readonly SubjectIdentifier[];
  readonly notices: readonly ReportNotice[];
}

/** A report in its present version, as its own member and the coalition's readers see it. */
export interface StoredReport extends StoredVersion {
  readonly id: ReportId;
  readonly memberId: MemberId;
  readonly clientReference: string;
  readonly status: ReportStatus;
  readonly createdAt: Date;
  /** `createdAt` to the microsecond, as PostgreSQL writes it. */
  readonly createdAtExact: string;
  readonly changedAt: Date;
}

/** Which reports to list. An absent field does not narrow. */
export interface ReportFilter {
  readonly statuses?: readonly ReportStatus[] | undefined;
  readonly clientReference?: string | undefined;
  readonly reasons?: readonly ReportReason[] | undefined;
  readonly memberId?: MemberId | undefined;
}
