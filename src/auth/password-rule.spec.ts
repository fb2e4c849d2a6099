import { PASSWORD_LENGTH_MAX, PASSWORD_LENGTH_MIN, refusePassword } from './password-rule.js';

describe('refusePassword', () => {
  it.each([
    ['one character short', 'tulip-granite-'],
    ['repeated letters', 'aaaaaaaaaaaaaaaaaaaa'],
    ['a repeated pair', '1212121212121212'],
    ['a word said again', 'granitegranitegranite'],
    ['a common word and digits', 'Password12345678!'],
    ['common words in a row', 'admin-password-2026'],
    ['the keyboard', 'qwertyuiop1234567'],
    ['the alphabet', 'abcdefghijklmnop'.slice(0, 15)],
    ['digits alone', '192837465019283746'],
    ['one over the bound', 'granite tulip harbour '.repeat(7).slice(0, PASSWORD_LENGTH_MAX) + 'x'],
  ])('refuses %s', (_name, password) => {
    expect(refusePassword(password)).toMatchObject({ code: 'WEAK_PASSWORD', field: ['password'] });
  });

  it('refuses what an attacker knows of the person', () => {
    const personal = ['dana.okafor@bank.example', 'Dana Okafor'];
    expect(refusePassword('okafor-dana-2026', personal)).toMatchObject({ code: 'WEAK_PASSWORD' });
    expect(refusePassword('okafor-dana-2026')).toBeUndefined();
  });

  it.each([
    ['the shortest', 'tulip-granite-9'],
    ['a passphrase with spaces', 'granite tulip harbour seven'],
    ['another script', 'гранит тюльпан гавань'],
    [
      'the longest',
      'granite tulip harbour 1 and 2, or 3? '.repeat(4).slice(0, PASSWORD_LENGTH_MAX - 1) + '!',
    ],
  ])('takes %s', (_name, password) => {
    expect(refusePassword(password)).toBeUndefined();
  });

  it('counts characters, not UTF-16 units', () => {
    const eightPairs = '😀😁😂🤣😃😄😅😆';
    expect(eightPairs.length).toBeGreaterThan(PASSWORD_LENGTH_MIN);
    expect(refusePassword(eightPairs)).toMatchObject({
      message: expect.stringContaining('at least 15') as string,
    });
  });
});
