import type { Refusal } from '../common/refusal.js';
import { AGREEMENT_VERSION } from './agreement.js';
import { statusAfter, type MemberStatus } from './member-status.js';

/**
 * Why an application cannot be approved now, or undefined: it is not open (NOT_ALLOWED_IN_STATE), or the agreement in
 * force is not signed (AGREEMENT_MISSING). Who approves, and that two people do, is decided by the approvals. Pure.
 */
export function refuseApplication(
  status: MemberStatus,
  { agreementVersion }: { readonly agreementVersion: string | null },
): Refusal<'NOT_ALLOWED_IN_STATE' | 'AGREEMENT_MISSING'> | undefined {
  const next = statusAfter(status, 'APPROVE');
  if (!next.ok) return next.refusals[0];
  if (agreementVersion === AGREEMENT_VERSION) return undefined;
  return {
    code: 'AGREEMENT_MISSING',
    field: ['memberId'],
    message: `The agreement ${AGREEMENT_VERSION} must be signed first, with signAgreement.`,
  };
}
