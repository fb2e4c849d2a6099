import { assert } from '../../src/common/assert.js';
import { newId } from '../../src/common/id.js';
import type { StoredView } from '../../src/indicator/view-store.js';
import type { KeyedIndicator } from '../../src/indicator/indicator.js';
import { listMerchant } from '../../src/indicator/list-merchant.js';
import { planProjection } from '../../src/indicator/plan-projection.js';
import { viewContent } from '../../src/indicator/view-content.js';
import { DEFAULT_MATCHING_SETTINGS } from '../../src/matching/index.js';
import { checkReport } from '../../src/report/check-report.js';
import type { ListedReport } from '../../src/report/listed-report.js';
import type { CheckedReport } from '../../src/report/report-draft.js';
import { sourceKey } from '../../src/report/source-key.js';
import { inventedReport } from './invented-report.js';
import type { Parties } from './parties.js';

/** One invented merchant as the register holds it: its report, its indicators, and the view that screening reads. */
export interface ListedMerchant {
  readonly checked: CheckedReport;
  readonly clientReference: string;
  readonly report: ListedReport;
  readonly indicators: readonly KeyedIndicator[];
  readonly view: StoredView;
}

/** The merchant of this number, as the service would list it from one report, received and accepted at that moment. */
export function listedMerchant(number: number, receivedAt: Date, parties: Parties): ListedMerchant {
  const draft = inventedReport(number, {
    sharingGroupId: parties.sharingGroupId,
    namedMemberId: parties.askerId,
  });
  const result = checkReport(draft, receivedAt.toISOString().slice(0, 10));
  assert(result.ok, 'invented reports break no rule');
  const checked = result.value;
  const handlingScopeId = parties.scopeIds.get(checked.handling.tlp);
  assert(handlingScopeId !== undefined, 'invented reports stand in the scopes that were made for them');
  const ownMerchantId = newId('merchant');
  const report: ListedReport = {
    ...checked,
    reportId: newId('report'),
    merchantId: ownMerchantId,
    ownMerchantId,
    receivedAt,
    acceptedAt: receivedAt,
    knownSince: receivedAt,
    memberId: parties.reporterId,
    earlierReasons: [],
    sourceKey: sourceKey({ ...checked, memberId: parties.reporterId }),
    handlingScopeId,
  };
  const listing = listMerchant(ownMerchantId, [report], [], DEFAULT_MATCHING_SETTINGS, receivedAt);
  const { made } = planProjection([], listing.indicators, receivedAt, () => newId('indicator'));
  return {
    checked,
    clientReference: `bench-${number}`,
    report,
    indicators: made,
    view: viewOf(report, made),
  };
}

function viewOf(
  { ownMerchantId, handlingScopeId }: ListedReport,
  made: readonly KeyedIndicator[],
): StoredView {
  const [first, ...others] = made;
  assert(first !== undefined, 'an accepted report lists its merchant');
  return {
    merchantViewId: ownMerchantId,
    handlingScopeId,
    merchantId: ownMerchantId,
    validUntil: first.indicator.validUntil,
    renewsAt: first.renewsAt,
    content: viewContent([first, ...others], () => false),
  };
}
