import type { HandlingScopeId, MemberId, MerchantId } from '../../common/id.js';
import type { ListedReport } from '../listed-report.js';
import { valueHash } from './value-hash.js';

/** A report of a merchant that was accepted and does not count any more: it was withdrawn, or ruled out as a whole. */
export interface PastReport {
  readonly merchantId: MerchantId;
  readonly memberId: MemberId;
  readonly handlingScopeId: HandlingScopeId;
  /** Of every version that it had: a correction does not make its source another one. */
  readonly sourceKeys: readonly string[];
  readonly acceptedAt: Date;
  /** Null: withdrawn by its member. */
  readonly ruledOutAt: Date | null;
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
  return past.every(
    ({ merchantId, memberId, sourceKeys, ruledOutAt }) =>
      ruledOutAt === null ||
      merchantId !== report.merchantId ||
      report.acceptedAt < ruledOutAt ||
      (memberId !== report.memberId && !sourceKeys.includes(report.sourceKey)),
  );
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

/** A report without the identifiers that rulings took out of it; undefined where none is left. */
export function withoutRuledOut(
  report: ListedReport,
  valueHashes: ReadonlySet<string>,
): ListedReport | undefined {
  if (valueHashes.size === 0) return report;
  const identifiers = report.identifiers.filter((identifier) => !valueHashes.has(valueHash(identifier)));
  return identifiers.length === 0 ? undefined : { ...report, identifiers };
}
