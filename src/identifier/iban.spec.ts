import { keyKinds, keyOf, normalised, refusedAs } from './spec-support/normalised.js';

describe('IBAN', () => {
  it.each([
    ['GB82WEST12345698765432', 'GB82WEST12345698765432'],
    ['DE89370400440532013000', 'DE89370400440532013000'],
    ['NO9386011117947', 'NO9386011117947'],
    ['gb82 west 1234 5698 7654 32', 'GB82WEST12345698765432'],
    ['IBAN: GB82-WEST-1234-5698-7654-32', 'GB82WEST12345698765432'],
    ['CY35 6590 3570 2697 6150 9314 0720', 'CY35659035702697615093140720'],
    ['LV69 TEST 4339 7367 5837 1', 'LV69TEST4339736758371'],
  ])('takes %s as %s', (typed, value) => {
    const iban = normalised('IBAN', typed);
    expect(iban).toMatchObject({ value, typed, scope: null, strength: 'UNIQUE', exclusiveWithin: null });
    expect(keyKinds(iban)).toEqual(['IBAN UNIQUE']);
  });

  it('has one key however it is grouped, and shows the last four characters alone', () => {
    const plain = normalised('IBAN', 'NL87TEST7285717110');
    const grouped = normalised('IBAN', 'nl87 TEST 7285 7171 10');
    expect(keyOf(grouped, 'IBAN')).toBe(keyOf(plain, 'IBAN'));
    expect(grouped.display).toBe('•••• 7110');
  });

  it.each([
    ['GB82WEST12345698765431', 'INVALID_CHECK_DIGITS'],
    ['GB82WEST1234569876543', 'INVALID_LENGTH'],
    ['GB82123412345698765432', 'INVALID_FORMAT'],
    ['ZZ82WEST12345698765432', 'UNKNOWN_COUNTRY'],
    ['US12345678901234567890', 'UNKNOWN_COUNTRY'],
    ['1234567890', 'INVALID_FORMAT'],
    ['GB82WEST1234569876543ß€', 'INVALID_CHARACTERS'],
    ['   ', 'REQUIRED'],
    ['GB82WEST12345698765432\u0000', 'CONTROL_CHARACTER'],
  ])('refuses %j as %s and suggests no other account', (typed, code) => {
    expect(refusedAs('IBAN', typed)).toEqual([{ code, field: 'value' }]);
  });
});
