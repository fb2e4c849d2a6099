import type { IdentifierType, SubjectInput } from '../identifier/index.js';
import type { Basis, MerchantAction, PaymentMethod, Purpose, Reason, Tlp } from './codes.js';

/** The parts of the service's schema that the commands use, named as there. */

export interface IdentifierInput {
  readonly type: IdentifierType;
  readonly scope?: string;
  readonly value: string;
}

/** A merchant as a report or a screening describes it. */
export interface SubjectFields {
  readonly legalName?: string;
  readonly tradeNames?: readonly string[];
  readonly descriptors?: readonly string[];
  readonly addresses?: NonNullable<SubjectInput['addresses']>;
  readonly principals?: NonNullable<SubjectInput['principals']>;
  readonly identifiers?: readonly IdentifierInput[];
  readonly country?: string;
}

export interface HandlingInput {
  readonly tlp: Tlp;
  readonly sharingGroupId?: string;
  readonly namedMemberIds?: readonly string[];
}

export interface ReportInput extends SubjectFields {
  readonly reason: Reason;
  readonly basis: Basis;
  readonly externalReference?: string;
  readonly paymentMethods: readonly PaymentMethod[];
  readonly observedFrom?: string;
  readonly observedTo?: string;
  readonly actionTaken?: MerchantAction;
  readonly childAtRisk?: boolean;
  readonly handling: HandlingInput;
  readonly narrative?: string;
}

export interface SubmitReportInput {
  readonly clientReference: string;
  readonly report: ReportInput;
}

export interface UserError {
  readonly code: string;
  readonly field: readonly string[];
  readonly message: string;
  readonly suggestion?: string | null;
}

export interface ReportNotice {
  readonly code: string;
  readonly field: readonly string[];
  readonly message: string;
}

export interface ScreenedMerchantInput extends SubjectFields {
  readonly ref: string;
}

export interface ScreenMerchantsInput {
  readonly purpose: Purpose;
  readonly merchants: readonly ScreenedMerchantInput[];
}
