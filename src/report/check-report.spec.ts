import { checkClientReference, checkReport } from './check-report.js';
import { contentHash, firstDifference } from './report-content.js';
import type { CheckedReport, ReportDraft } from './report-draft.js';

const TODAY = '2026-06-15';

function aDraft(fields: Partial<ReportDraft> = {}): ReportDraft {
  return {
    reason: 'CSAM_SALE',
    basis: 'TEST_TRANSACTION',
    paymentMethods: ['CARD'],
    legalName: 'Example Parcels Ltd',
    handling: { tlp: 'GREEN' },
    ...fields,
  };
}

function checked(fields: Partial<ReportDraft> = {}): CheckedReport {
  const result = checkReport(aDraft(fields), TODAY);
  if (!result.ok) throw new Error(JSON.stringify(result.refusals));
  return result.value;
}

describe('checkReport', () => {
  it.each<[string, Partial<ReportDraft>, string, readonly string[]]>([
    ['no way of payment', { paymentMethods: [] }, 'REQUIRED', ['paymentMethods']],
    ['nothing that names the merchant', { legalName: undefined }, 'NO_IDENTIFIER', ['identifiers']],
    ['a date in the future', { observedFrom: '2026-06-16' }, 'INVALID_DATE', ['observedFrom']],
    ['a date before 2000', { observedTo: '1999-12-31' }, 'INVALID_DATE', ['observedTo']],
    [
      'an end before the beginning',
      { observedFrom: '2026-02-02', observedTo: '2026-02-01' },
      'DATE_ORDER',
      ['observedTo'],
    ],
    [
      'eleven trade names',
      { tradeNames: Array.from({ length: 11 }, (_, i) => `Name ${i}`) },
      'TOO_MANY',
      ['tradeNames'],
    ],
    [
      'a card number in the narrative',
      { narrative: 'paid with 4111 1111 1111 1111' },
      'CARD_NUMBER',
      ['narrative'],
    ],
    ['a narrative of 2,001 characters', { narrative: 'ab '.repeat(667) }, 'TOO_LONG', ['narrative']],
    [
      'a wrong IBAN',
      { identifiers: [{ type: 'IBAN', value: 'GB82WEST12345698765431' }] },
      'INVALID_CHECK_DIGITS',
      ['identifiers', '0', 'value'],
    ],
  ])('refuses %s', (_case, fields, code, field) => {
    const result = checkReport(aDraft(fields), TODAY);

    expect(result).toEqual({ ok: false, refusals: [expect.objectContaining({ code, field })] });
  });

  it('keeps of a URL in the narrative the host alone, and says so', () => {
    const report = checked({ narrative: 'seen at https://shop.example/m/checkout?id=7' });

    expect(report.narrative).toBe('seen at shop.example');
    expect(report.notices).toEqual([{ code: 'URL_PATH_DROPPED', field: ['narrative'] }]);
  });

  it('keeps payment methods once each, in the order of the codes', () => {
    expect(checked({ paymentMethods: ['CRYPTO', 'CARD', 'CRYPTO'] }).paymentMethods).toEqual([
      'CARD',
      'CRYPTO',
    ]);
  });
});

describe('checkClientReference', () => {
  it.each([
    ['   ', 'REQUIRED'],
    ['x'.repeat(101), 'TOO_LONG'],
    ['4111111111111111', 'CARD_NUMBER'],
  ])('refuses %j', (reference, code) => {
    expect(checkClientReference(reference)).toEqual([
      expect.objectContaining({ code, field: ['clientReference'] }),
    ]);
  });
});

describe('the content of a report', () => {
  it('is the same however a value is typed and in whatever order', () => {
    const one = checked({
      identifiers: [
        { type: 'IBAN', value: 'GB82 WEST 1234 5698 7654 32' },
        { type: 'DOMAIN', value: 'https://shop.example/' },
      ],
    });
    const other = checked({
      identifiers: [
        { type: 'DOMAIN', value: 'SHOP.example' },
        { type: 'IBAN', value: 'gb82west12345698765432' },
      ],
    });

    expect(contentHash(one)).toEqual(contentHash(other));
    expect(firstDifference(one, other)).toBeUndefined();
  });

  it.each<[Partial<ReportDraft>, string]>([
    [{ reason: 'CSAM_ADVERTISING' }, 'reason'],
    [{ externalReference: 'X-1' }, 'externalReference'],
    [{ handling: { tlp: 'AMBER' } }, 'handling'],
    [{ tradeNames: ['Other'] }, 'identifiers'],
  ])('differs by %j in its %s', (fields, field) => {
    expect(firstDifference(checked(), checked(fields))).toBe(field);
    expect(contentHash(checked())).not.toEqual(contentHash(checked(fields)));
  });
});
