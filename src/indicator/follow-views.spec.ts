import { aListedReport, EVERYONE, GROUP } from '../../test/support/listed-report.js';
import type { ListedReport } from '../report/index.js';
import { followViews, type StoredMembership, type ViewMembership } from './follow-views.js';
import type { MerchantView } from './merchant-views.js';

function view(first: ListedReport, ...others: readonly ListedReport[]): MerchantView {
  const { handlingScopeId, ownMerchantId } = first;
  return { handlingScopeId, merchantViewId: ownMerchantId, reports: [first, ...others] };
}

function membership(report: ListedReport, under: ListedReport): ViewMembership {
  const { ownMerchantId, handlingScopeId } = report;
  return { ownMerchantId, handlingScopeId, merchantViewId: under.ownMerchantId };
}

/** As it was stored, of a report that is of the merchant of `now` by now. */
function stood(report: ListedReport, under: ListedReport, now = report): StoredMembership {
  return { ...membership(report, under), merchantId: now.merchantId };
}

const NOTHING = { listed: [], gone: [] };

describe('the ids of merchants', () => {
  const [first, second, third] = [aListedReport(), aListedReport(), aListedReport()];

  it('lead to the view that the report stands in', () => {
    expect(followViews([], [view(first, second)])).toEqual({
      listed: [membership(first, first), membership(second, first)],
      gone: [],
    });
  });

  it('lead to the merged merchant, and back to their own after it is undone', () => {
    const apart = [stood(first, first), stood(second, second)];
    const merged = [stood(first, first), stood(second, first)];
    expect(followViews(apart, [view(first, second)])).toEqual({
      listed: [membership(second, first)],
      gone: [],
    });
    expect(followViews(merged, [view(first), view(second)])).toEqual({
      listed: [membership(second, second)],
      gone: [],
    });
    expect(followViews(merged, [view(first, second)])).toEqual(NOTHING);
  });

  it('follow the reports that a withdrawn one stood with, and stay where they are when none is left', () => {
    const stored = [first, second, third].map((report) => stood(report, first, first));
    expect(followViews(stored, [view(second, third)])).toEqual({
      listed: [membership(second, second), membership(third, second)],
      gone: [membership(first, second)],
    });
    expect(followViews(stored, [])).toEqual(NOTHING);
  });

  it('of a withdrawn report follow its own merchant when a merger is undone', () => {
    const merged = [stood(first, first), stood(second, first), stood(third, first, second)];
    expect(followViews(merged, [view(first), view(second)])).toEqual({
      listed: [membership(second, second)],
      gone: [membership(third, second)],
    });
  });

  it('of a withdrawn report are its own again when all that it stood with is of another merchant', () => {
    const merged = [stood(first, first), stood(second, first)];
    expect(followViews(merged, [view(first)])).toEqual({ listed: [], gone: [membership(second, second)] });
    expect(followViews([stood(first, first), stood(second, first, first)], [view(first)])).toEqual(NOTHING);
  });

  it('are kept apart by scope', () => {
    const elsewhere = { ...second, handlingScopeId: GROUP };
    const stored = [stood(first, first), stood(elsewhere, elsewhere)];
    expect(followViews(stored, [view(first, third)])).toEqual({
      listed: [membership(third, first)],
      gone: [],
    });
    expect(first.handlingScopeId).toBe(EVERYONE);
  });
});
