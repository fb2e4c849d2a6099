import type { ReportId } from '../../common/id.js';
import { normaliseIdentifier, type IdentifierInput } from '../../identifier/index.js';
import { explainBar } from './explain-bar.js';
import { explainMatch } from './explain-match.js';
import type { ReviewedReport } from './reviewed-merchant.js';
import { reviewedMerchant } from './reviewed-merchant.js';

const IBAN: IdentifierInput = { type: 'IBAN', value: 'GB82WEST12345698765432' };
const company = (value: string): IdentifierInput => ({ type: 'COMPANY_REG_NO', scope: 'GB', value });

function aReport(...inputs: readonly IdentifierInput[]): ReviewedReport {
  const identifiers = inputs.map((input) => {
    const normalised = normaliseIdentifier(input);
    if (!normalised.ok) throw new Error(JSON.stringify(normalised.refusals));
    return normalised.value;
  });
  return {
    id: 'r' as ReportId,
    reason: 'CSAM_SALE',
    basis: 'TEST_TRANSACTION',
    status: 'ACCEPTED',
    receivedAt: new Date(0),
    identifiers,
  };
}

describe('explainMatch', () => {
  it('puts the values that agree and differ side by side, as they may be shown', () => {
    const left = aReport(IBAN, company('01234567'), { type: 'LEGAL_NAME', value: 'Vandrel Ltd' });
    const right = aReport(IBAN, company('07654321'), { type: 'TRADE_NAME', value: 'Morvek' });
    const key = left.identifiers[0]?.keys[0];
    if (key === undefined) throw new Error('An IBAN has a key.');

    expect(
      explainMatch({ keys: [key], conflicts: ['COMPANY_REG_NO|GB'], differing: ['NAME'] }, [left], [right]),
    ).toEqual({
      bars: [],
      agreeing: [{ field: 'IBAN', left: ['•••• 5432'], right: ['•••• 5432'] }],
      differing: [
        { field: 'COMPANY_REG_NO', left: ['01234567'], right: ['07654321'], exclusive: true },
        { field: 'NAME', left: ['VANDREL LTD'], right: ['MORVEK'], exclusive: false },
      ],
    });
  });

  it('shows the bars from the largest for one merchant to the largest for two', () => {
    const bar = (field: string, bits: number): { field: string; level: string; bits: number } => ({
      field,
      level: 'EQUAL',
      bits,
    });
    const { bars } = explainMatch({ bars: [bar('NAME', -2), bar('IBAN', 20), bar('PHONE', 3)] }, [], []);

    expect(bars.map(({ field }) => field)).toEqual(['IBAN', 'PHONE', 'NAME']);
  });

  it('has nothing to say of evidence that an older model did not store', () => {
    expect(explainMatch({}, [], [])).toEqual({ bars: [], agreeing: [], differing: [] });
  });
});

it.each([
  [
    { field: 'PHONE', level: 'EQUAL', bits: 8 },
    'phone (equal): strongly for one merchant, about 256 times as likely',
  ],
  [
    { field: 'NAME', level: 'SAME_TOKENS', bits: 3 },
    'name (same tokens): for one merchant, about 8.0 times as likely',
  ],
  [
    { field: 'CITY', level: 'DIFFERENT', bits: -1 },
    'city (different): slightly for two merchants, about 2.0 times as likely',
  ],
  [{ field: 'MCC', level: 'EQUAL', bits: 0 }, 'mcc (equal): says nothing either way'],
])('explains the bar %j in words', (bar, words) => {
  expect(explainBar(bar)).toBe(words);
});

it('sums the reports of a merchant up: each value once, the most frequent first', () => {
  const merchant = reviewedMerchant('m' as never, 7, [
    aReport(company('01234567')),
    aReport(IBAN, IBAN),
    aReport(IBAN),
  ]);

  expect(merchant).toMatchObject({
    reportCount: 7,
    names: [],
    identifiers: [
      { type: 'IBAN', reportCount: 2 },
      { type: 'COMPANY_REG_NO', reportCount: 1 },
    ],
  });
});
