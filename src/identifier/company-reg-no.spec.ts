import { keyKinds, keyOf, normalised, refusedAs } from './spec-support/normalised.js';

describe('COMPANY_REG_NO', () => {
  it('is unique and exclusive in its register, weak without', () => {
    const scoped = normalised('COMPANY_REG_NO', 'hrb 12345 b', { scope: 'de/HRB-Berlin' });
    expect(scoped).toMatchObject({
      value: 'HRB12345B',
      scope: 'DE/HRB-BERLIN',
      strength: 'UNIQUE',
      exclusiveWithin: 'COMPANY_REG_NO|DE/HRB-BERLIN',
    });
    expect(keyKinds(scoped)).toEqual(['COMPANY_REG_NO UNIQUE', 'COMPANY_REG_NO_UNSCOPED WEAK']);

    const bare = normalised('COMPANY_REG_NO', 'HRB12345B');
    expect(bare).toMatchObject({ scope: null, strength: 'WEAK', exclusiveWithin: null });
    expect(keyOf(bare, 'COMPANY_REG_NO_UNSCOPED')).toBe(keyOf(scoped, 'COMPANY_REG_NO_UNSCOPED'));
  });

  it('puts back the zeros that exports take from British numbers', () => {
    expect(normalised('COMPANY_REG_NO', '445790', { scope: 'GB' }).value).toBe('00445790');
    expect(normalised('COMPANY_REG_NO', 'sc1234', { scope: 'GB' }).value).toBe('SC001234');
    expect(normalised('COMPANY_REG_NO', '445790', { scope: 'EE' }).value).toBe('445790');
  });

  it('takes fourteen digits that pass Luhn, as French numbers do by design', () => {
    expect(normalised('COMPANY_REG_NO', '380 000 000 00011', { scope: 'FR' }).value).toBe('38000000000011');
  });

  it.each([
    ['1', 'GB', { code: 'INVALID_LENGTH', field: 'value' }],
    ['123456789012345678901', 'GB', { code: 'INVALID_LENGTH', field: 'value' }],
    ['12?', 'GB', { code: 'INVALID_CHARACTERS', field: 'value' }],
    ['12345678', 'Germany', { code: 'UNKNOWN_COUNTRY', field: 'scope', suggestion: 'DE' }],
    ['12345678', 'UK', { code: 'UNKNOWN_COUNTRY', field: 'scope', suggestion: 'GB' }],
    ['12345678', 'DE/', { code: 'UNKNOWN_SCOPE', field: 'scope', suggestion: 'DE' }],
    ['5500000000000004', 'GB', { code: 'CARD_NUMBER', field: 'value' }],
  ])('refuses %s in %s', (value, scope, refusal) => {
    expect(refusedAs('COMPANY_REG_NO', value, { scope })).toEqual([refusal]);
  });
});

describe('TAX_ID', () => {
  it('is checked by its country, without the prefix of VAT numbers, and exclusive by format', () => {
    const typed = normalised('TAX_ID', 'DE 136 695 976', { scope: 'de' });
    expect(typed).toMatchObject({
      value: '136695976',
      scope: 'DE',
      strength: 'UNIQUE',
      display: '•••• 5976',
      exclusiveWithin: 'TAX_ID|DE|vat',
    });
    expect(keyKinds(typed)).toEqual(['TAX_ID UNIQUE', 'TAX_ID_UNSCOPED WEAK']);
    expect(normalised('TAX_ID', 'EL094259216', { scope: 'GR' }).value).toBe('094259216');
  });

  it('is unchecked where no format is known, and weak without a country', () => {
    expect(normalised('TAX_ID', '12-34.567', { scope: 'AE' })).toMatchObject({
      value: '1234567',
      strength: 'UNIQUE',
      exclusiveWithin: 'TAX_ID|AE',
    });
    expect(normalised('TAX_ID', '1234567')).toMatchObject({ strength: 'WEAK', exclusiveWithin: null });
  });

  it.each([
    ['136695978', 'DE', { code: 'INVALID_CHECK_DIGITS', field: 'value' }],
    ['ABCDEF', 'DE', { code: 'INVALID_FORMAT', field: 'value' }],
    ['136695976', 'DEU', { code: 'UNKNOWN_COUNTRY', field: 'scope', suggestion: 'DE' }],
    ['136695976', 'EL', { code: 'UNKNOWN_COUNTRY', field: 'scope', suggestion: 'GR' }],
    ['123', 'DE', { code: 'INVALID_LENGTH', field: 'value' }],
    ['4111111111111111', 'DE', { code: 'CARD_NUMBER', field: 'value' }],
    ['4111111111111111', undefined, { code: 'CARD_NUMBER', field: 'value' }],
    ['12€4', 'DE', { code: 'INVALID_CHARACTERS', field: 'value' }],
  ])('refuses %s in %s', (value, scope, refusal) => {
    expect(refusedAs('TAX_ID', value, { scope })).toEqual([refusal]);
  });
});

describe('LEI', () => {
  it.each(['5493001KJTIIGC8Y1R12', 'hwup kr0m pou8 fgxb t394'])('takes %s', (typed) => {
    expect(normalised('LEI', typed)).toMatchObject({ strength: 'UNIQUE', exclusiveWithin: 'LEI' });
  });

  it.each([
    ['5493001KJTIIGC8Y1R13', 'INVALID_CHECK_DIGITS'],
    ['5493001KJTIIGC8Y1R1', 'INVALID_LENGTH'],
    ['5493001KJTIIGC8Y1RAA', 'INVALID_FORMAT'],
    ['5493001KJTIIGC8Y1R1?', 'INVALID_CHARACTERS'],
  ])('refuses %s as %s', (typed, code) => {
    expect(refusedAs('LEI', typed)).toEqual([{ code, field: 'value' }]);
  });
});
