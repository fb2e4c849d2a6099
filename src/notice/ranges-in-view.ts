import type { HandlingScopeId, IndicatorId, MemberId, MerchantId } from '../common/id.js';
import { type ServiceRange, serviceRangesOf } from '../identifier/index.js';
import { type ListedReport, valueHash } from '../report/index.js';

/** An indicator of a view, as it is shared now. */
export interface SharedValue {
  readonly merchantViewId: MerchantId;
  readonly handlingScopeId: HandlingScopeId;
  readonly indicatorId: IndicatorId;
  /** What tells which value it shows masked (`valueHash`), in lower-case hex. */
  readonly valueHash: string;
}

/** Where a report stands: under which handle, within its scope. */
export interface Standing {
  readonly ownMerchantId: MerchantId;
  readonly merchantViewId: MerchantId;
  readonly handlingScopeId: HandlingScopeId;
}

/** A range in which an indicator of a view lies. */
export interface RangeInView extends ServiceRange {
  readonly merchantId: MerchantId;
  readonly merchantViewId: MerchantId;
  readonly handlingScopeId: HandlingScopeId;
  readonly indicatorId: IndicatorId;
  /** The members that reported the value themselves, within the view: they know. */
  readonly reporters: readonly MemberId[];
  /** Some report of the view says that a child is at risk now. */
  readonly critical: boolean;
}

/**
 * In which ranges the listed merchants lie, by what is shared of them: an indicator shows its value masked, so the value is
 * taken from the reports that the view is made of, and counts only where it is that of a shared indicator of that view.
 * Nothing therefore follows from a report that its audience does not see already.
 *
 * Pure. `reports` are the accepted ones of the merchants, `standings` say which view each is in, `shared` what is listed.
 */
export function rangesInViews(
  reports: readonly ListedReport[],
  standings: readonly Standing[],
  shared: readonly SharedValue[],
): readonly RangeInView[] {
  const viewOf = new Map(standings.map((standing) => [standingKey(standing), standing]));
  const indicatorOf = new Map(
    shared.map((value) => [`${viewKey(value)} ${value.valueHash}`, value.indicatorId]),
  );
  const standing = reports.flatMap((report) => {
    const view = viewOf.get(standingKey(report));
    return view === undefined ? [] : [{ report, view }];
  });
  const critical = new Set(criticalViews(reports, standings).map(viewKey));
  const found = new Map<string, RangeInView & { readonly reporters: MemberId[] }>();
  for (const { report, view } of standing) {
    const { merchantViewId, handlingScopeId } = view;
    for (const identifier of report.identifiers) {
      const indicatorId = indicatorOf.get(`${viewKey(view)} ${valueHash(identifier)}`);
      if (indicatorId === undefined) continue;
      for (const range of serviceRangesOf(identifier)) {
        const key = `${viewKey(view)} ${indicatorId} ${range.kind} ${range.value}`;
        const known = found.get(key);
        if (known !== undefined) known.reporters.push(report.memberId);
        else
          found.set(key, {
            ...range,
            merchantId: report.merchantId,
            merchantViewId,
            handlingScopeId,
            indicatorId,
            reporters: [report.memberId],
            critical: critical.has(viewKey(view)),
          });
      }
    }
  }
  return [...found.values()];
}

/** The views of which some report says that a child is at risk now. Pure; the input as of `rangesInViews`. */
export function criticalViews(
  reports: readonly ListedReport[],
  standings: readonly Standing[],
): readonly Standing[] {
  const critical = new Set(reports.filter(({ childAtRisk }) => childAtRisk).map(standingKey));
  return standings.filter((standing) => critical.has(standingKey(standing)));
}

function standingKey({
  ownMerchantId,
  handlingScopeId,
}: {
  readonly ownMerchantId: MerchantId;
  readonly handlingScopeId: HandlingScopeId;
}): string {
  return `${ownMerchantId} ${handlingScopeId}`;
}

function viewKey({
  merchantViewId,
  handlingScopeId,
}: {
  readonly merchantViewId: MerchantId;
  readonly handlingScopeId: HandlingScopeId;
}): string {
  return `${merchantViewId} ${handlingScopeId}`;
}
