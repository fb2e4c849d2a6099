import type { Variables } from '../test/support/caller.js';

/** Who may see what a report says, by the members' places in the simulation. */
export type ExpectedHandling =
  | { readonly tlp: 'GREEN' | 'AMBER' | 'AMBER_STRICT'; readonly group: ExpectedGroup | undefined }
  | { readonly tlp: 'RED'; readonly named: readonly ExpectedMember[] };

export interface ExpectedMember {
  readonly name: string;
  status: 'ACTIVE' | 'SUSPENDED' | 'LEFT';
}

export interface ExpectedGroup {
  readonly id: string;
  readonly members: Set<ExpectedMember>;
}

export type ExpectedReportStatus = 'SUBMITTED' | 'ACCEPTED' | 'NEEDS_INFO' | 'REJECTED' | 'WITHDRAWN';

export interface ExpectedReport {
  readonly id: string;
  readonly clientReference: string;
  /** As it was sent the first time. */
  readonly content: Variables;
  readonly reporter: ExpectedMember;
  readonly seller: ExpectedSeller;
  /** Equal for reports that relay one source. */
  readonly source: string;
  handling: ExpectedHandling;
  status: ExpectedReportStatus;
  /** A ruling took it out. */
  ruledOut: boolean;
  /** When its life is over, by its reason. */
  readonly endsAt: Date;
}

/** One seller: whatever is reported for its account is one merchant. */
export interface ExpectedSeller {
  readonly number: number;
  readonly account: string;
  readonly host: string;
  readonly reports: ExpectedReport[];
  /** Holds on it that still stand. */
  readonly holds: Set<ExpectedHold>;
}

export interface ExpectedHold {
  readonly id: string;
  readonly seller: ExpectedSeller;
  readonly placedAt: Date;
  status: 'REQUESTED' | 'ACTIVE' | 'REVIEW' | 'RELEASED';
  termEndsAt: Date;
}

/** Whether a member is in the audience of a handling (product.md, "handling"). */
export function isInAudience(
  member: ExpectedMember,
  { reporter, handling }: Pick<ExpectedReport, 'reporter' | 'handling'>,
): boolean {
  if (handling.tlp === 'RED') return member === reporter || handling.named.includes(member);
  return handling.group?.members.has(member) ?? true;
}

/** The reports by which a member sees a seller as listed at this moment: none, and the seller is as unknown to it. */
export function listedFor(
  member: ExpectedMember,
  seller: ExpectedSeller,
  now: Date,
): readonly ExpectedReport[] {
  if (seller.holds.size > 0) return [];
  return seller.reports.filter((report) => isListed(report, now) && isInAudience(member, report));
}

/** Whether a report counts at all. */
export function isListed({ status, ruledOut, endsAt }: ExpectedReport, now: Date): boolean {
  return status === 'ACCEPTED' && !ruledOut && endsAt > now;
}
