import { toUserErrors } from './user-error.js';

describe('toUserErrors', () => {
  it('keeps the places in the order of the input, and names the rule of higher precedence first', () => {
    const first = ['identifiers', '0', 'value'];
    const second = ['identifiers', '1', 'value'];
    expect(
      toUserErrors([
        { code: 'INVALID_CHECK_DIGITS', field: first, message: 'a', suggestion: 'b' },
        { code: 'CARD_NUMBER', field: second, message: 'c' },
        { code: 'CARD_NUMBER', field: first, message: 'd' },
      ]),
    ).toEqual([
      { code: 'CARD_NUMBER', field: first, message: 'd', suggestion: null },
      { code: 'INVALID_CHECK_DIGITS', field: first, message: 'a', suggestion: 'b' },
      { code: 'CARD_NUMBER', field: second, message: 'c', suggestion: null },
    ]);
  });
});
