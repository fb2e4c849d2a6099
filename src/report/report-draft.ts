import type { MemberId, SharingGroupId } from '../common/id.js';
import type { ReportBasis } from '../config/index.js';
import type { SubjectInput, SubjectNotice, SubjectIdentifier } from '../identifier/index.js';
import type { Handling, Tlp } from './handling.js';
import type { MerchantAction, PaymentMethod, ReportReason } from './reason.js';

/** A report as a member sends it: a merchant's description and what is said of it. */
export interface ReportDraft extends SubjectInput {
  readonly reason: ReportReason;
  readonly basis: ReportBasis;
  readonly externalReference?: string | undefined;
  readonly paymentMethods: readonly PaymentMethod[];
  /** Calendar dates, YYYY-MM-DD, first and last day on which the sale was seen. */
  readonly observedFrom?: string | undefined;
  readonly observedTo?: string | undefined;
  readonly actionTaken?: MerchantAction | undefined;
  /** A child is at risk now: who is to act is told at once. Default: false. */
  readonly childAtRisk?: boolean | undefined;
  readonly handling: {
    readonly tlp: Tlp;
    readonly sharingGroupId?: SharingGroupId | undefined;
    readonly namedMemberIds?: readonly MemberId[] | undefined;
  };
  readonly narrative?: string | undefined;
}

/** What the reporter is told of something that was taken, but not as it was given. */
export type ReportNotice = SubjectNotice;

/** A report that broke no rule, in normal form. */
export interface CheckedReport {
  readonly reason: ReportReason;
  readonly basis: ReportBasis;
  readonly externalReference: string | null;
  /** Each once, in the order of the codes. */
  readonly paymentMethods: readonly PaymentMethod[];
  readonly observedFrom: string | null;
  readonly observedTo: string | null;
  readonly actionTaken: MerchantAction | null;
  readonly childAtRisk: boolean;
  readonly handling: Handling;
  readonly narrative: string | null;
  readonly identifiers: readonly SubjectIdentifier[];
  readonly notices: readonly ReportNotice[];
}
