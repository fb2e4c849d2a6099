import { aListedReport, EVERYONE, GROUP, iban, IBANS } from '../../test/support/listed-report.js';
import { DEFAULT_MATCHING_SETTINGS } from '../matching/index.js';
import type { ListedReport } from '../report/index.js';
import { merchantViews } from './merchant-views.js';

const [ONE, TWO] = [iban(IBANS[0]), iban(IBANS[1])];

function views(reports: readonly ListedReport[]): { scope: string; handle: string; reports: string[] }[] {
  return merchantViews(reports, [], DEFAULT_MATCHING_SETTINGS)
    .map(({ handlingScopeId, merchantViewId, reports: own }) => ({
      scope: handlingScopeId,
      handle: merchantViewId,
      reports: own.map(({ reportId }) => reportId),
    }))
    .sort((a, b) => (a.handle < b.handle ? -1 : 1));
}

describe('the views of a merchant', () => {
  it('are one for each handling scope, each called by its own earliest report', () => {
    const open = aListedReport({ identifiers: [ONE] });
    const openLater = aListedReport({ identifiers: [ONE] });
    const inGroup = aListedReport({ identifiers: [ONE], handlingScopeId: GROUP });
    const wanted = [
      { scope: EVERYONE, handle: open.ownMerchantId, reports: [open.reportId, openLater.reportId] },
      { scope: GROUP, handle: inGroup.ownMerchantId, reports: [inGroup.reportId] },
    ].sort((a, b) => (a.handle < b.handle ? -1 : 1));
    expect(views([open, openLater, inGroup])).toEqual(wanted);
    expect(views([inGroup, openLater, open])).toEqual(wanted);
  });

  it('keep apart what only a report of another scope ties together', () => {
    const one = aListedReport({ identifiers: [ONE] });
    const two = aListedReport({ identifiers: [TWO] });
    const tie = aListedReport({ identifiers: [ONE, TWO], handlingScopeId: GROUP });
    expect(views([one, two, tie])).toHaveLength(3);
    expect(views([one, two, { ...tie, handlingScopeId: EVERYONE }])).toHaveLength(1);
  });

  it('join what an analyst judged the same, within a scope', () => {
    const one = aListedReport({ identifiers: [ONE] });
    const two = aListedReport({ identifiers: [TWO] });
    const judgement = { a: one.reportId, b: two.reportId, verdict: 'SAME' as const };
    expect(merchantViews([one, two], [judgement], DEFAULT_MATCHING_SETTINGS)).toHaveLength(1);
    const elsewhere = { ...two, handlingScopeId: GROUP };
    expect(merchantViews([one, elsewhere], [judgement], DEFAULT_MATCHING_SETTINGS)).toHaveLength(2);
  });

  it('do not lean on a value that the whole register knows to be shared', () => {
    const [one, two] = [aListedReport({ identifiers: [ONE] }), aListedReport({ identifiers: [ONE] })];
    const hashes = one.identifiers.flatMap(({ keys }) => keys.map(({ hash }) => hash));
    const settings = { ...DEFAULT_MATCHING_SETTINGS, knownShared: new Set(hashes) };
    expect(merchantViews([one, two], [], settings)).toHaveLength(2);
  });
});
