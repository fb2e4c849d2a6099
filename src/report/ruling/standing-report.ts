import type { HandlingScopeId, MemberId, MerchantId } from '../../common/id.js';
import type { ListedReport } from '../listed-report.js';
import { valueHash } from './value-hash.js';

/** What a dispute took out of a report, and still does. */
export interface StandingRuling {
  readonly at: Date;
  /** Of the identifiers that it took out, lower-case hex; null: the whole report. */
  readonly valueHashes: readonly string[] | null;
}

/** A report of a merchant that was accepted and counts no more, or not for all that it says: withdrawn, or ruled out. */
export interface PastReport {
  readonly merchantId: MerchantId;
  readonly memberId: MemberId;
  readonly handlingScopeId: HandlingScopeId;
  /** Of every version that it had: a correction does not make its source another one. */
  readonly sourceKeys: readonly string[];
  readonly acceptedAt: Date;
  readonly withdrawnAt: Date | null;
  readonly rulings: readonly StandingRuling[];
}

/** An accepted report as far as it decides what it counts for. */
export type AcceptedReport = Pick<
  ListedReport,
  'merchantId' | 'memberId' | 'sourceKey' | 'acceptedAt' | 'handlingScopeId'
>;

/**
 * Whether an accepted report counts for a listing beside what was ruled out of its merchant. What was accepted before the
 * ruling stood in the dispute and counts if it was not ruled out itself. What is accepted after it has to be new and
 * independent (product.md, Life cycles, Merchant): of another member, and of another source, than every report ruled out.
 */
export function isIndependentOf(report: AcceptedReport, past: readonly PastReport[]): boolean {
  return rulingsAgainst(report, past).every(({ valueHashes }) => valueHashes !== null);
}

/**
 * The values (`valueHash`) that an accepted report does not bring back: those that a ruling in part took out of reports of
 * which it is not independent, by the same rule.
 */
export function valuesRuledOut(report: AcceptedReport, past: readonly PastReport[]): readonly string[] {
  return rulingsAgainst(report, past).flatMap(({ valueHashes }) => valueHashes ?? []);
}

/** The rulings that an accepted report says nothing new against. */
function rulingsAgainst(report: AcceptedReport, past: readonly PastReport[]): readonly StandingRuling[] {
  return past
    .filter(
      ({ merchantId, memberId, sourceKeys }) =>
        merchantId === report.merchantId &&
        (memberId === report.memberId || sourceKeys.includes(report.sourceKey)),
    )
    .flatMap(({ rulings }) => rulings.filter(({ at }) => report.acceptedAt >= at));
}

/**
 * Since when the source of an accepted report is known to its audience: since the first report of that source was accepted,
 * though that one was withdrawn meanwhile. A listing whose life is over is not renewed by saying the same again (product.md,
 * rule 9). What was shared with another audience says nothing here.
 */
export function sourceKnownSince(report: AcceptedReport, past: readonly PastReport[]): Date {
  const times = past
    .filter(
      ({ merchantId, handlingScopeId, sourceKeys }) =>
        merchantId === report.merchantId &&
        handlingScopeId === report.handlingScopeId &&
        sourceKeys.includes(report.sourceKey),
    )
    .map(({ acceptedAt }) => acceptedAt.getTime());
  return new Date(Math.min(report.acceptedAt.getTime(), ...times));
}

/** The merchants of which a whole report is ruled out. */
export function merchantsRuledOut(past: readonly PastReport[]): MerchantId[] {
  return past
    .filter(({ rulings }) => rulings.some(({ valueHashes }) => valueHashes === null))
    .map(({ merchantId }) => merchantId);
}

/** A report without the identifiers that rulings took out of it; undefined where none is left. */
export function withoutRuledOut(
  report: ListedReport,
  valueHashes: ReadonlySet<string>,
): ListedReport | undefined {
  if (valueHashes.size === 0) return report;
  const identifiers = report.identifiers.filter((identifier) => !valueHashes.has(valueHash(identifier)));
  return identifiers.length === 0 ? undefined : { ...report, identifiers };
}
