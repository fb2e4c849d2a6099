import { normalised, refusedAs } from './spec-support/normalised.js';

describe('BANK_ACCOUNT_US', () => {
  it('takes the account under its routing number, leading zeros kept', () => {
    expect(normalised('BANK_ACCOUNT_US', '0012-345678', { scope: '021000021' })).toMatchObject({
      value: '0012345678',
      scope: '021000021',
      strength: 'UNIQUE',
      display: '•••• 5678',
    });
  });

  it.each([
    ['12345678', undefined, 'SCOPE_REQUIRED', 'scope'],
    ['12345678', '021000022', 'INVALID_CHECK_DIGITS', 'scope'],
    ['12345678', '021', 'INVALID_FORMAT', 'scope'],
    ['12345678', '991000021', 'INVALID_FORMAT', 'scope'],
    ['12A45678', '021000021', 'INVALID_CHARACTERS', 'value'],
    ['123', '021000021', 'INVALID_LENGTH', 'value'],
    ['123456789012345678', '021000021', 'INVALID_LENGTH', 'value'],
    ['4111 1111 1111 1111', '021000021', 'CARD_NUMBER', 'value'],
  ])('refuses %s under %s as %s in %s', (value, scope, code, field) => {
    expect(refusedAs('BANK_ACCOUNT_US', value, { scope })).toEqual([{ code, field }]);
  });
});

describe('BANK_ACCOUNT', () => {
  it.each([
    ['DEUTDEFF', 'DEUTDEFFXXX'],
    ['deut de ff 500', 'DEUTDEFF500'],
    ['GB-SORTCODE:12-34-56', 'GB-SORTCODE:123456'],
    ['au-bsb 123-456', 'AU-BSB:123456'],
    ['IN-IFSC:TEST0123456', 'IN-IFSC:TEST0123456'],
  ])('takes the bank %s as %s', (scope, normal) => {
    expect(normalised('BANK_ACCOUNT', '1234 5678', { scope })).toMatchObject({
      value: '12345678',
      scope: normal,
      strength: 'UNIQUE',
    });
  });

  it.each([
    ['12345678', undefined, { code: 'SCOPE_REQUIRED', field: 'scope' }],
    ['12345678', 'The Bank of Nomu', { code: 'INVALID_FORMAT', field: 'scope' }],
    ['12345678', 'TESTZZ22', { code: 'UNKNOWN_COUNTRY', field: 'scope' }],
    ['12345678', 'GB-SORTCODE:1234', { code: 'INVALID_FORMAT', field: 'scope' }],
    ['12345678', 'GB-NOSUCH:1234', { code: 'UNKNOWN_SCOPE', field: 'scope' }],
    [
      '12345678',
      'US-ABA:021000021',
      { code: 'UNKNOWN_SCOPE', field: 'scope', suggestion: 'BANK_ACCOUNT_US' },
    ],
    ['GB82WEST12345698765432', 'DEUTDEFF', { code: 'INVALID_FORMAT', field: 'value', suggestion: 'IBAN' }],
    ['5500-0000-0000-0004', 'DEUTDEFF', { code: 'CARD_NUMBER', field: 'value' }],
    ['12', 'DEUTDEFF', { code: 'INVALID_LENGTH', field: 'value' }],
    ['12#45', 'DEUTDEFF', { code: 'INVALID_CHARACTERS', field: 'value' }],
  ])('refuses %s at %s', (value, scope, refusal) => {
    expect(refusedAs('BANK_ACCOUNT', value, { scope })).toEqual([refusal]);
  });

  it('takes a long number that passes Luhn but that no card scheme issues', () => {
    expect(normalised('BANK_ACCOUNT', '1000000000000008', { scope: 'DEUTDEFF' }).value).toBe(
      '1000000000000008',
    );
  });
});
