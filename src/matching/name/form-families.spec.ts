import { compareForms, innerForm, leadingForm } from './form-families.js';

describe('legal forms', () => {
  it.each([
    [['GMBH'], ['GMBH'], 'SAME'],
    [['GMBH'], ['SARL'], 'EQUIVALENT'],
    [['GMBH'], ['CO'], 'EQUIVALENT'],
    [['EINGETRAGENERVEREIN'], ['MTU'], 'EQUIVALENT'],
    [['EK'], ['EIRL'], 'EQUIVALENT'],
    [['GMBH'], ['AG'], 'CONFLICT'],
    [['EINGETRAGENERVEREIN'], ['GMBH'], 'CONFLICT'],
    [['AG'], ['LTD', 'PLC'], 'EQUIVALENT'],
    [['GMBH'], [], 'MISSING'],
  ])('%j and %j: %s', (a, b, agreement) => {
    expect(compareForms(a, b)).toBe(agreement);
    expect(compareForms(b, a)).toBe(agreement);
  });

  it('of a family that is not known say nothing about others', () => {
    expect(compareForms(['EPP'], ['GMBH'])).toBe('MISSING');
    expect(compareForms(['EPP'], ['EPP'])).toBe('SAME');
  });

  it('are told from ordinary words inside a name', () => {
    expect([innerForm('LIMITED'), innerForm('TOO'), innerForm('EG'), leadingForm('TOO')]).toEqual([
      'LTD',
      undefined,
      undefined,
      'TOO',
    ]);
  });
});
