import { accepted, refused, type Result } from '../common/refusal.js';

/** Where a member stands (product.md, "Life cycles"). */
export const MEMBER_STATUSES = {
  APPLIED: 'Has applied, and waits for two admins of the coalition.',
  ACTIVE: 'Takes part.',
  SUSPENDED: 'Is shut out for now: its users and clients are refused.',
  REJECTED: 'Was not taken in.',
  LEFT: "Has left for good. What it reported stays, under the coalition's care.",
} as const;

export type MemberStatus = keyof typeof MEMBER_STATUSES;

/** What is done to a member's standing. `APPROVE` means the second of the two approvals. */
export const MEMBER_STEPS = ['APPROVE', 'REJECT', 'SUSPEND', 'RESUME', 'LEAVE'] as const;

export type MemberStep = (typeof MEMBER_STEPS)[number];

/** The life cycle as product.md writes it. What stands in no row is refused. */
export const MEMBER_TRANSITIONS: readonly (readonly [
  from: MemberStatus,
  step: MemberStep,
  to: MemberStatus,
])[] = [
  ['APPLIED', 'APPROVE', 'ACTIVE'],
  ['APPLIED', 'REJECT', 'REJECTED'],
  ['ACTIVE', 'SUSPEND', 'SUSPENDED'],
  ['SUSPENDED', 'RESUME', 'ACTIVE'],
  ['ACTIVE', 'LEAVE', 'LEFT'],
  ['SUSPENDED', 'LEAVE', 'LEFT'],
];

const DONE: Record<MemberStep, string> = {
  APPROVE: 'approved',
  REJECT: 'rejected',
  SUSPEND: 'suspended',
  RESUME: 'resumed',
  LEAVE: 'ended',
};

/** The status after a step, or NOT_ALLOWED_IN_STATE when the life cycle has no such step. Pure. */
export function statusAfter(
  from: MemberStatus,
  step: MemberStep,
): Result<MemberStatus, 'NOT_ALLOWED_IN_STATE'> {
  const row = MEMBER_TRANSITIONS.find(([state, taken]) => state === from && taken === step);
  if (row !== undefined) return accepted(row[2]);
  const states = MEMBER_TRANSITIONS.filter(([, taken]) => taken === step).map(([state]) => state);
  return refused({
    code: 'NOT_ALLOWED_IN_STATE',
    field: ['memberId'],
    message: `The member is ${from}; only one that is ${states.join(' or ')} can be ${DONE[step]}.`,
  });
}
