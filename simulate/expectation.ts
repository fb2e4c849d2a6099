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
  readonly firstHandling: ExpectedHandling;
  handling: ExpectedHandling;
  status: ExpectedReportStatus;
  /** When it was accepted first; null before. */
  acceptedAt: Date | null;
  /** It names the seller's host beside the account. */
  readonly withHost: boolean;
  readonly childAtRisk: boolean;
  /** Since when disputes take it out as a whole; null where none does. */
  ruledOutAt: Date | null;
  /** Since when a ruling in part takes the host out of it; null where none does. */
  hostRuledOutAt: Date | null;
  /** It came when all that it says had ended, and says nothing new and independent. */
  readonly isNothingNew: boolean;
  /** When its life is over: by its reason, or with what it says again. */
  endsAt: Date;
}

/** One seller: whatever is reported for its account is one merchant. */
export interface ExpectedSeller {
  readonly number: number;
  readonly account: string;
  /** As members register it that serve the seller's account. */
  readonly bank: string;
  readonly host: string;
  /** Account and host as they are shown. */
  readonly shownAccount: string;
  readonly shownHost: string;
  /** What it has of a facilitator: its own name, and a telephone that others have as well. Null where it has its own alone. */
  readonly facilitated: { readonly tradeName: string; readonly telephone: string } | null;
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

/**
 * What a member sees of a seller, by type and value as shown: what is listed is the merchant, by all that the audience's reports
 * say of it, so that a host is shown as long as anything keeps the merchant listed there.
 */
export function shownTo(member: ExpectedMember, seller: ExpectedSeller, now: Date): readonly string[] {
  const audiences = new Set(listedFor(member, seller, now).map(audienceOf));
  if (audiences.size === 0) return [];
  const host = seller.reports.some(
    (report) => saysHost(report) && stands(report) && audiences.has(audienceOf(report)),
  );
  return host ? [seller.shownAccount, seller.shownHost] : [seller.shownAccount];
}

/** Whether a report keeps its seller listed. */
export function isListed(report: ExpectedReport, now: Date): boolean {
  return stands(report) && !report.isNothingNew && report.endsAt > now;
}

/** Whether a report counts at all, be its life over or not. */
function stands(report: ExpectedReport): boolean {
  return report.status === 'ACCEPTED' && report.ruledOutAt === null && isIndependent(report);
}

/** Whether a report keeps its seller's host listed with the seller: what a ruling took off returns by new evidence alone. */
function saysHost(report: ExpectedReport): boolean {
  return report.withHost && report.hostRuledOutAt === null && isNewSince(report, 'hostRuledOutAt');
}

function isIndependent(report: ExpectedReport): boolean {
  return isNewSince(report, 'ruledOutAt');
}

/** What was accepted after a ruling is of another member, on another source, than all that was ruled out (product.md). */
function isNewSince(
  { seller, acceptedAt, reporter, source }: ExpectedReport,
  ruling: 'ruledOutAt' | 'hostRuledOutAt',
): boolean {
  return seller.reports.every((past) => {
    const at = past[ruling];
    if (at === null || acceptedAt === null || acceptedAt < at) return true;
    return past.reporter !== reporter && past.source !== source;
  });
}

/**
 * How many members reported independently: the most of them to each of whom a source of its own can be given (product.md,
 * rule 2). Tries all ways: what members report of one seller is little.
 */
export function independentMembers(reports: readonly ExpectedReport[]): number {
  const sources = [...Map.groupBy(reports, ({ source }) => source).values()];
  const most = (from: number, taken: ReadonlySet<ExpectedMember>): number => {
    const relayed = sources[from];
    if (relayed === undefined) return 0;
    const without = most(from + 1, taken);
    const free = new Set(relayed.map(({ reporter }) => reporter).filter((reporter) => !taken.has(reporter)));
    return Math.max(
      without,
      ...[...free].map((reporter) => 1 + most(from + 1, new Set([...taken, reporter]))),
    );
  };
  return most(0, new Set());
}

/** Equal for reports of one seller that the same audience sees together, as one listing. */
export function audienceOf({ handling, reporter }: Pick<ExpectedReport, 'handling' | 'reporter'>): string {
  if (handling.tlp !== 'RED') return JSON.stringify([handling.tlp, handling.group?.id ?? null]);
  return JSON.stringify(['RED', reporter.name, ...handling.named.map(({ name }) => name).sort()]);
}
