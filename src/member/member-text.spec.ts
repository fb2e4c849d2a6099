import { refuseEmail, refuseName, refuseReason, tidyName } from './member-text.js';

describe('refuseName', () => {
  it.each([
    ['', 'REQUIRED'],
    ['   ', 'REQUIRED'],
    ['a\u0000b', 'CONTROL_CHARACTER'],
    ['a\nb', 'CONTROL_CHARACTER'],
    ['a\u202eb', 'CONTROL_CHARACTER'],
    ['a\u200bb', 'CONTROL_CHARACTER'],
    ['a\ufeffb', 'CONTROL_CHARACTER'],
    ['\ud800', 'UNPAIRED_SURROGATE'],
    ['x'.repeat(201), 'TOO_LONG'],
    ['ab '.repeat(66), undefined],
    ['Zürcher Kantonalbank', undefined],
    ['横浜銀行', undefined],
    ['😀'.repeat(200), undefined],
    ['4111 1111 1111 1111', 'CARD_NUMBER'],
  ])('%p: %s', (text, code) => {
    expect(refuseName(text, 'name')[0]?.code).toBe(code);
  });

  it('names the field', () => {
    expect(refuseName('', 'input', 'name')).toMatchObject([{ field: ['input', 'name'] }]);
  });
});

it('tidies a name once and for all', () => {
  const tidy = tidyName('  Cafe\u0301   Bank ');
  expect(tidy).toBe('Café Bank');
  expect(tidyName(tidy)).toBe(tidy);
});

describe('refuseReason', () => {
  it.each([
    ['two\nlines\tand a tab', undefined],
    ['carriage\rreturn', 'CONTROL_CHARACTER'],
    ['x'.repeat(1001), 'TOO_LONG'],
    [' ', 'REQUIRED'],
  ])('%p: %s', (text, code) => {
    expect(refuseReason(text, 'reason')[0]?.code).toBe(code);
  });
});

describe('refuseEmail', () => {
  it.each([
    'dana@bank.example',
    'dana.okafor+cordon@mail.bank.example',
    'δ@παράδειγμα.example',
    "o'neill@bank.example",
    'a@b-c.example',
  ])('takes %p', (email) => {
    expect(refuseEmail(email, 'email')).toEqual([]);
  });

  it.each([
    ['', 'REQUIRED'],
    ['dana', 'INVALID_FORMAT'],
    ['dana@', 'INVALID_FORMAT'],
    ['@bank.example', 'INVALID_FORMAT'],
    ['dana@bank', 'INVALID_FORMAT'],
    ['dana@bank..example', 'INVALID_FORMAT'],
    ['dana@-bank.example', 'INVALID_FORMAT'],
    ['dana@@bank.example', 'INVALID_FORMAT'],
    ['dana okafor@bank.example', 'INVALID_FORMAT'],
    ['Dana <dana@bank.example>', 'INVALID_FORMAT'],
    ['a@b.example, c@d.example', 'INVALID_FORMAT'],
    ['dana@[192.0.2.1]', 'INVALID_FORMAT'],
    [`${'x'.repeat(65)}@bank.example`, 'INVALID_FORMAT'],
    [`dana@${'x'.repeat(250)}.example`, 'TOO_LONG'],
    ['dana@bank.example\n', 'CONTROL_CHARACTER'],
  ])('refuses %p: %s', (email, code) => {
    expect(refuseEmail(email, 'email')[0]?.code).toBe(code);
  });
});
