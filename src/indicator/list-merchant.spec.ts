import { A_MERCHANT, aListedReport, GROUP, iban, IBANS } from '../../test/support/listed-report.js';
import { DEFAULT_MATCHING_SETTINGS } from '../matching/index.js';
import type { ListedReport } from '../report/index.js';
import type { DesiredIndicator } from './indicator.js';
import { listMerchant } from './list-merchant.js';

const NOW = new Date('2026-06-03T00:00:00Z');
const ONE = iban(IBANS[0]);

function listed(
  reports: readonly ListedReport[],
  knownShared = new Set<string>(),
): readonly DesiredIndicator[] {
  return listMerchant(A_MERCHANT, reports, [], { ...DEFAULT_MATCHING_SETTINGS, knownShared }, NOW).indicators;
}

describe('listing a merchant', () => {
  it('makes an indicator of each shareable identifier, each once', () => {
    const subject = {
      legalName: 'Dravenko Media Ltd',
      identifiers: [ONE, { type: 'MCC' as const, value: '5815' }],
      principals: [{ name: 'Mara Voss' }],
    };
    const indicators = listed([aListedReport({ subject }), aListedReport({ subject })]);
    expect(indicators.map(({ type, display }) => `${type} ${display}`).sort()).toEqual([
      'IBAN •••• 5432',
      'LEGAL_NAME DRAVENKO MEDIA LTD',
      'PERSON M. V.',
    ]);
  });

  it('goes on showing a value as the earliest report wrote it', () => {
    const [first, later] = ['Dravenko Media Ltd', 'Dravenkó Media Limited'].map((legalName, day) =>
      aListedReport({
        subject: { legalName, identifiers: [ONE] },
        receivedAt: new Date(Date.UTC(2026, 5, 1 + day)),
      }),
    ) as [ListedReport, ListedReport];
    const shown = ({ display }: DesiredIndicator): string => display;
    expect(listed([later, first]).map(shown)).toEqual(listed([first]).map(shown));
  });

  it('says nothing in one scope of what is reported in another', () => {
    const open = aListedReport({ identifiers: [ONE], basis: 'MEMBER_TIP', reason: 'CSAM_ADVERTISING' });
    const others = Array.from({ length: 4 }, () =>
      aListedReport({ identifiers: [ONE], handlingScopeId: GROUP, reason: 'CSAM_LIVESTREAM' }),
    );
    const [alone] = listed([open]);
    const inScope = listed([open, ...others]).filter(({ handlingScopeId }) => handlingScopeId !== GROUP);
    expect(inScope).toEqual([alone]);
  });

  it('disputes the view in which a challenged report stands, and no other', () => {
    const challenged = aListedReport({ identifiers: [ONE] });
    const beside = aListedReport({ identifiers: [ONE, iban(IBANS[1])] });
    const elsewhere = aListedReport({ identifiers: [ONE], handlingScopeId: GROUP });
    const reports = [challenged, beside, elsewhere];
    const { indicators } = listMerchant(
      A_MERCHANT,
      reports,
      [],
      DEFAULT_MATCHING_SETTINGS,
      NOW,
      new Set([challenged.ownMerchantId]),
    );
    expect(indicators.map(({ handlingScopeId, disputed }) => [handlingScopeId === GROUP, disputed])).toEqual([
      [false, true],
      [false, true],
      [true, false],
    ]);
    expect(listed(reports).map(({ disputed }) => disputed)).toEqual([false, false, false]);
  });

  it('lists nothing for a firm whose identity was misused', () => {
    const marker = aListedReport({ identifiers: [ONE], reason: 'MERCHANT_IDENTITY_MISUSED' });
    expect(listed([marker])).toEqual([]);
    const sale = aListedReport({ identifiers: [ONE] });
    expect(listed([sale, marker])).toEqual(listed([sale]));
  });

  it('marks a value as shared when unrelated merchants hold every key of it that links', () => {
    const report = aListedReport({ identifiers: [ONE, { type: 'DOMAIN', value: 'pay.market.example' }] });
    const registrable = report.identifiers
      .flatMap(({ keys }) => keys)
      .filter(({ kind }) => kind === 'DOMAIN_REGISTRABLE')
      .map(({ hash }) => hash);
    const account = report.identifiers.filter(({ type }) => type === 'IBAN').flatMap(({ keys }) => keys);
    const sharedTypes = (hashes: readonly string[]): string[] =>
      listed([report], new Set(hashes))
        .filter(({ shared }) => shared)
        .map(({ type }) => type);
    expect(sharedTypes([])).toEqual([]);
    expect(sharedTypes(registrable)).toEqual([]);
    expect(sharedTypes(account.map(({ hash }) => hash))).toEqual(['IBAN']);
  });

  it('does not depend on the order of the reports', () => {
    const reports = [
      aListedReport({ identifiers: [ONE] }),
      aListedReport({ identifiers: [ONE, iban(IBANS[1])] }),
    ];
    const byHash = (indicators: readonly DesiredIndicator[]): DesiredIndicator[] =>
      [...indicators].sort((a, b) => (a.valueHash < b.valueHash ? -1 : 1));
    expect(byHash(listed([...reports].reverse()))).toEqual(byHash(listed(reports)));
  });
});
