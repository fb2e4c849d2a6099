import type { HandlingScopeId, MerchantId } from '../common/id.js';
import { clusterDescriptions, type Judgement, type MatchingSettings } from '../matching/index.js';
import type { ListedReport } from '../report/index.js';

/** One merchant as it is seen within one handling scope. */
export interface MerchantView {
  readonly handlingScopeId: HandlingScopeId;
  /** The handle: the own merchant id of the view's earliest report. */
  readonly merchantViewId: MerchantId;
  /** Earliest first; never empty. */
  readonly reports: readonly ListedReport[];
}

/**
 * Divides the reports of one merchant into what the readers of each handling scope may know of it: first by scope, then
 * by what ties the reports of that scope to one another. Two reports that only a report of another scope ties together
 * are two merchants here (product.md, rule 3), and a scope's handle comes from its own reports alone.
 *
 * Who belongs together is decided by the same function as resolution. `judgements` are the analysts' open ones;
 * `settings.knownShared` holds the values that are shared in the whole register, which a few reports cannot tell.
 *
 * Pure; independent of the order of the reports.
 */
export function merchantViews(
  reports: readonly ListedReport[],
  judgements: readonly Judgement[],
  settings: MatchingSettings,
): readonly MerchantView[] {
  const byScope = Map.groupBy([...reports].sort(byReceipt), ({ handlingScopeId }) => handlingScopeId);
  return [...byScope].flatMap(([handlingScopeId, scoped]) =>
    tiedTogether(scoped, judgements, settings).flatMap((reports) => {
      const [earliest] = reports;
      return earliest === undefined
        ? []
        : [{ handlingScopeId, merchantViewId: earliest.ownMerchantId, reports }];
    }),
  );
}

function tiedTogether(
  reports: readonly ListedReport[],
  judgements: readonly Judgement[],
  settings: MatchingSettings,
): readonly (readonly ListedReport[])[] {
  if (reports.length === 1) return [reports];
  const ids = new Set<string>(reports.map(({ reportId }) => reportId));
  const { clusters } = clusterDescriptions(
    reports.map(({ reportId, receivedAt, memberId, identifiers }) => ({
      id: reportId,
      receivedAt: receivedAt.toISOString(),
      reporterId: memberId,
      identifiers,
    })),
    judgements.filter(({ a, b }) => ids.has(a) && ids.has(b)),
    settings,
  );
  return clusters.map(({ members }) => {
    const together = new Set(members);
    return reports.filter(({ reportId }) => together.has(reportId));
  });
}

function byReceipt(one: ListedReport, other: ListedReport): number {
  return one.receivedAt.getTime() - other.receivedAt.getTime() || (one.reportId < other.reportId ? -1 : 1);
}
