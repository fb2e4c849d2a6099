import { normalised, refusedAs } from './spec-support/normalised.js';

describe('WALLET_ACCOUNT', () => {
  it.each([
    ['PayPal', ' Billing@Nomu.example ', 'PAYPAL', 'billing@nomu.example'],
    ['cash app', '$NomuImports', 'CASHAPP', 'nomuimports'],
    ['venmo', '@Nomu-Imports', 'VENMO', 'nomu-imports'],
    ['m-pesa', '+254 (700) 000-000', 'MPESA', '+254700000000'],
    ['stripe', 'acct_1AbC', 'STRIPE', 'acct_1AbC'],
    ['alipay', '2088000000000004', 'ALIPAY', '2088000000000004'],
  ])('takes at %s %j as %s %s', (scope, typed, provider, value) => {
    expect(normalised('WALLET_ACCOUNT', typed, { scope })).toMatchObject({
      scope: provider,
      value,
      strength: 'UNIQUE',
    });
  });

  it.each([
    ['a@nomu.example', undefined, { code: 'SCOPE_REQUIRED', field: 'scope' }],
    ['a@nomu.example', 'payapl', { code: 'UNKNOWN_SCOPE', field: 'scope', suggestion: 'PAYPAL' }],
    ['a@nomu.example', 'beanbank', { code: 'UNKNOWN_SCOPE', field: 'scope' }],
    ['4111 1111 1111 1111', 'paypal', { code: 'CARD_NUMBER', field: 'value' }],
    ['iVBORw0KGgoAAAANSUhEUgAAAAEAAAAB', 'paypal', { code: 'ENCODED_CONTENT', field: 'value' }],
    ['a'.repeat(101), 'paypal', { code: 'INVALID_LENGTH', field: 'value' }],
    ['<script>', 'paypal', { code: 'INVALID_CHARACTERS', field: 'value' }],
  ])('refuses %s at %s', (value, scope, refusal) => {
    expect(refusedAs('WALLET_ACCOUNT', value, { scope })).toEqual([refusal]);
  });
});
