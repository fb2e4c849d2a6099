import type { MemberId } from '../common/id.js';
import type { MemberKind } from './member-kind.js';
import type { MemberStatus } from './member-status.js';

/** What every signed-in caller may know of a member. */
export interface DirectoryMember {
  readonly id: MemberId;
  readonly name: string;
  readonly kind: MemberKind;
  /** ISO 3166-1 alpha-2. */
  readonly country: string;
}

/** Everything of a member: for itself, and for the coalition's admins. */
export interface MemberRow extends DirectoryMember {
  readonly region: string | null;
  readonly status: MemberStatus;
  readonly agreementVersion: string | null;
  readonly agreementSignedBy: string | null;
  readonly appliedAt: Date;
}

/** A member locked for a change, with what an approval of its application is given to. */
export interface LockedMember extends MemberRow {
  /** SHA-256 of the application as it stands, by the function that the database checks approvals with. */
  readonly applicationDigest: Buffer;
}

/** An admin's approval as it is shown. */
export interface ApprovalRow {
  readonly memberId: MemberId;
  readonly approvedBy: string;
  readonly approvedAt: Date;
}
