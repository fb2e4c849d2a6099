import { checkMerchants } from './check-subject.js';
import type { ScreenedMerchant } from './screening.js';

const YEAR = 2026;
const IBAN = { type: 'IBAN', value: 'GB82WEST12345698765432' } as const;

function refusals(...merchants: readonly ScreenedMerchant[]): string[][] {
  return checkMerchants(merchants, YEAR).map((checked) =>
    checked.ok ? [] : checked.refusals.map(({ code, field }) => `${code} ${field.join('.')}`),
  );
}

describe('a screened merchant', () => {
  const many = (count: number): string[] => Array.from({ length: count }, (_, index) => `Name ${index}`);

  it.each<[string, ScreenedMerchant, string[]]>([
    ['is taken', { ref: 'a', subject: { identifiers: [IBAN] } }, []],
    ['without a reference', { ref: ' ', subject: { identifiers: [IBAN] } }, ['REQUIRED ref']],
    [
      'with too long a reference',
      { ref: 'x'.repeat(101), subject: { identifiers: [IBAN] } },
      ['TOO_LONG ref'],
    ],
    [
      'with a card number as reference',
      { ref: '4111 1111 1111 1111', subject: { identifiers: [IBAN] } },
      ['CARD_NUMBER ref'],
    ],
    ['without anything to look up', { ref: 'a', subject: {} }, ['NO_IDENTIFIER identifiers']],
    ['with too many names', { ref: 'a', subject: { tradeNames: many(11) } }, ['TOO_MANY tradeNames']],
    [
      'with faults in two fields',
      {
        ref: 'a',
        subject: { legalName: '', identifiers: [{ type: 'IBAN', value: 'GB82WEST12345698765431' }] },
      },
      ['REQUIRED legalName', 'INVALID_CHECK_DIGITS identifiers.0.value'],
    ],
  ])('%s', (_, merchant, wanted) => {
    expect(refusals(merchant)).toEqual([wanted]);
  });

  it('that is refused does not keep the others from being taken, and a reference is taken once', () => {
    const subject = { identifiers: [IBAN] };
    expect(refusals({ ref: 'a', subject }, { ref: 'a', subject }, { ref: 'b', subject })).toEqual([
      [],
      ['DUPLICATE ref'],
      [],
    ]);
  });
});
