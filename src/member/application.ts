import { createHash } from 'node:crypto';

import { accepted, refused, type Result } from '../common/refusal.js';
import { AGREEMENT_VERSION } from './agreement.js';
import type { MemberKind } from './member-kind.js';
import { statusAfter, type MemberStatus } from './member-status.js';

/** Approvals that take a member in, each by another admin (product.md, rule 11). */
export const APPROVALS_NEEDED = 2;

/** What an admin approves. */
export interface ApplicationContent {
  readonly name: string;
  readonly kind: MemberKind;
  readonly country: string;
  readonly region: string | null;
  readonly agreementVersion: string | null;
  readonly agreementSignedBy: string | null;
}

/** An approval, of the content that it saw. */
export interface Approval {
  readonly approvedBy: string;
  readonly contentHash: Buffer;
}

/**
 * SHA-256 of what an approval is given to. An approval counts only for the content it saw: after a change, both admins
 * are asked again.
 */
export function applicationHash(content: ApplicationContent): Buffer {
  const { name, kind, country, region, agreementVersion, agreementSignedBy } = content;
  const canonical = JSON.stringify([name, kind, country, region, agreementVersion, agreementSignedBy]);
  return createHash('sha256').update(canonical, 'utf8').digest();
}

/**
 * Decides what one admin's approval does: ACTIVE when it is the second of the same content, APPLIED while another is
 * needed. Refused when the application is not open, the agreement in force is not signed, or the admin has approved
 * this content before. Pure.
 */
export function decideApproval(
  status: MemberStatus,
  content: ApplicationContent,
  approvals: readonly Approval[],
  approver: string,
): Result<'APPLIED' | 'ACTIVE', 'NOT_ALLOWED_IN_STATE' | 'AGREEMENT_MISSING' | 'SAME_PERSON'> {
  const next = statusAfter(status, 'APPROVE');
  if (!next.ok) return next;
  const hash = applicationHash(content);
  const approvers = new Set(
    approvals.filter((approval) => approval.contentHash.equals(hash)).map((approval) => approval.approvedBy),
  );
  if (approvers.has(approver)) {
    return refused({
      code: 'SAME_PERSON',
      field: ['memberId'],
      message: 'You have approved this application already: another admin has to be the second.',
    });
  }
  if (content.agreementVersion !== AGREEMENT_VERSION) {
    return refused({
      code: 'AGREEMENT_MISSING',
      field: ['memberId'],
      message: `The agreement ${AGREEMENT_VERSION} must be signed first, with signAgreement.`,
    });
  }
  return accepted(approvers.size + 1 >= APPROVALS_NEEDED ? 'ACTIVE' : 'APPLIED');
}
