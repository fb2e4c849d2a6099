import type { CoalitionPurpose } from '../../access/index.js';
import type { Role } from '../../common/actor.js';
import type { BreakGlassId, MemberId, ReportId, UserId } from '../../common/id.js';
import type { HandlingScope } from '../handling.js';

/** How long what is asked for can be approved. The trigger of the table says the same. */
export const BREAK_GLASS_APPROVAL_HOURS = 24;
/** How long an open glass lets its asker read. The table's own check allows no more. */
export const BREAK_GLASS_OPEN_MINUTES = 60;
/** The most characters of the reason. */
export const BREAK_GLASS_REASON_LENGTH_MAX = 1_000;

export const BREAK_GLASS_STATUSES = ['ASKED', 'OPEN', 'ENDED', 'CLOSED', 'LAPSED'] as const;

export type BreakGlassStatus = (typeof BREAK_GLASS_STATUSES)[number];

/** One approval, with the roles that its giver had. */
export interface BreakGlassApproval {
  readonly by: UserId;
  readonly roles: readonly Role[];
  readonly at: Date;
}

/** A request to read what is closed, as those see it who may. Whose report it is stands nowhere in it. */
export interface BreakGlass {
  readonly id: BreakGlassId;
  readonly reportId: ReportId;
  readonly askedBy: UserId;
  readonly purpose: CoalitionPurpose;
  readonly reason: string;
  readonly askedAt: Date;
  readonly openedAt: Date | null;
  readonly endsAt: Date | null;
  readonly closedAt: Date | null;
  readonly reads: number;
  readonly status: BreakGlassStatus;
  readonly approvals: readonly BreakGlassApproval[];
}

const OFFICES: readonly Role[] = ['COALITION_ADMIN', 'COALITION_ANALYST'];

/**
 * The offices from which an approval is still needed: an admin, who is no part of casework, and an analyst, who can tell
 * whether it needs this; two different people, so that no office and no person opens it alone. None: it is approved. Where
 * one person holds both offices, a second of either is needed. Pure; `break_glass_approved` of the database decides.
 */
export function missingOffices(
  approvals: readonly Pick<BreakGlassApproval, 'by' | 'roles'>[],
): readonly Role[] {
  const isApproved = approvals.some(
    (one) =>
      one.roles.includes('COALITION_ADMIN') &&
      approvals.some((other) => other.by !== one.by && other.roles.includes('COALITION_ANALYST')),
  );
  if (isApproved) return [];
  const missing = OFFICES.filter((office) => !approvals.some(({ roles }) => roles.includes(office)));
  return missing.length === 0 ? OFFICES : missing;
}

/**
 * Whether a report of this handling is closed to the coalition's readers of this member: RED that names members and not
 * theirs (product.md, "handling"). What is closed is read by breaking the glass. Pure.
 */
export function isClosedTo(scope: Omit<HandlingScope, 'sharingGroupId'>, memberId: MemberId): boolean {
  return (
    scope.tlp === 'RED' &&
    scope.namedMemberIds.length > 0 &&
    !scope.namedMemberIds.includes(memberId) &&
    scope.reporterId !== memberId
  );
}
