import { A_MERCHANT, aListedReport, EVERYONE, GROUP, iban, IBANS } from '../../test/support/listed-report.js';
import { type HandlingScopeId, newId } from '../common/id.js';
import { type ListedReport, valueHash } from '../report/index.js';
import { type RangeInView, rangesInViews, type SharedValue, type Standing } from './ranges-in-view.js';

const [BRITISH, GERMAN] = IBANS;
const HANDLE = newId('merchant');

function aReport(given: Parameters<typeof aListedReport>[0] = {}): ListedReport {
  return aListedReport({ merchantId: A_MERCHANT, identifiers: [iban(BRITISH)], ...given });
}

/** The report stands under HANDLE, within its scope. */
function standingOf({ ownMerchantId, handlingScopeId }: ListedReport): Standing {
  return { ownMerchantId, merchantViewId: HANDLE, handlingScopeId };
}

function sharedOf({ identifiers, handlingScopeId }: ListedReport): SharedValue[] {
  return identifiers.map((identifier) => ({
    merchantViewId: HANDLE,
    handlingScopeId,
    indicatorId: newId('indicator'),
    valueHash: valueHash(identifier),
  }));
}

/** What is found when everything that these reports say is shared. */
function found(...reports: readonly ListedReport[]): readonly RangeInView[] {
  const shared = new Map(
    reports.flatMap(sharedOf).map((value) => [`${value.handlingScopeId} ${value.valueHash}`, value]),
  );
  return rangesInViews(reports, reports.map(standingOf), [...shared.values()]);
}

const places = (ranges: readonly RangeInView[]): readonly string[] =>
  ranges.map(({ kind, value }) => `${kind} ${value}`);

describe('the ranges in which a listed merchant lies', () => {
  it('are those of the values that are shared of it, each with its indicator', () => {
    const report = aReport({ identifiers: [iban(BRITISH), iban(GERMAN)] });
    const shared = sharedOf(report);
    const ranges = rangesInViews([report], [standingOf(report)], shared);
    expect(ranges.map(({ indicatorId }) => indicatorId)).toEqual(
      shared.map(({ indicatorId }) => indicatorId),
    );
    expect(ranges[0]).toEqual({
      kind: 'IBAN_BANK',
      value: 'GBWEST',
      merchantId: A_MERCHANT,
      merchantViewId: HANDLE,
      handlingScopeId: EVERYONE,
      indicatorId: shared[0]?.indicatorId,
      reporters: [report.memberId],
      critical: false,
    });
  });

  it('are none of a value that is not shared, and none of a report that stands nowhere', () => {
    const report = aReport({ identifiers: [iban(BRITISH), iban(GERMAN)] });
    const [, german] = sharedOf(report);
    const ranges = rangesInViews([report], [standingOf(report)], german === undefined ? [] : [german]);
    expect(places(ranges)).toEqual(['IBAN_BANK DE37040044']);
    expect(rangesInViews([report], [], sharedOf(report))).toEqual([]);
  });

  it('are of each audience by its own reports alone', () => {
    const open = aReport();
    const inGroup = aReport({ identifiers: [iban(GERMAN)], handlingScopeId: GROUP });
    const byScope = (scope: HandlingScopeId): readonly string[] =>
      places(found(open, inGroup).filter(({ handlingScopeId }) => handlingScopeId === scope));
    expect(byScope(EVERYONE)).toEqual(['IBAN_BANK GBWEST']);
    expect(byScope(GROUP)).toEqual(['IBAN_BANK DE37040044']);
    // That the group shares it too makes nothing of what everybody is shown.
    expect(rangesInViews([inGroup], [standingOf(inGroup)], sharedOf(open))).toEqual([]);
  });

  it('name all who reported the value themselves, and nobody who reported another one', () => {
    const [one, two] = [aReport(), aReport()];
    const beside = aReport({ identifiers: [iban(GERMAN)] });
    const ranges = found(one, two, beside);
    expect(ranges.map(({ reporters }) => reporters)).toEqual([
      [one.memberId, two.memberId],
      [beside.memberId],
    ]);
  });

  it('are all urgent when any report of the view says that a child is at risk now', () => {
    const atRisk = aReport({ identifiers: [iban(GERMAN)], childAtRisk: true });
    const elsewhere = aReport({ handlingScopeId: GROUP });
    const ranges = found(aReport(), atRisk, elsewhere);
    expect(ranges.map(({ handlingScopeId, critical }) => [handlingScopeId, critical])).toEqual([
      [EVERYONE, true],
      [EVERYONE, true],
      [GROUP, false],
    ]);
  });
});
