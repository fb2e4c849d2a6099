import type { MemberId, ReportId } from '../common/id.js';
import type { ReportReason } from './reason.js';
import type { CheckedReport } from './report-draft.js';
import type { ReportStatus } from './report-status.js';

/** What a report says in one version. */
export interface StoredVersion extends CheckedReport {
  readonly reportId: ReportId;
  readonly version: number;
  readonly contentHash: Buffer;
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
  /** The steps of its life, oldest first: at least the first. */
  readonly history: readonly ReportStep[];
}

/** One step of a report's life: where it stood from then on. */
export interface ReportStep {
  readonly status: ReportStatus;
  readonly version: number;
  readonly note: string | null;
  /** ISO 8601. */
  readonly at: string;
}

/** Which reports to list. An absent field does not narrow. */
export interface ReportFilter {
  readonly statuses?: readonly ReportStatus[] | undefined;
  readonly clientReference?: string | undefined;
  readonly reasons?: readonly ReportReason[] | undefined;
  readonly memberId?: MemberId | undefined;
}
