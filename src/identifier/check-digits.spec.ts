import { mod97, passesAba, passesLuhn } from './check-digits.js';

describe('passesLuhn', () => {
  it('takes the example of the standard and refuses it with any one digit changed', () => {
    expect(passesLuhn('79927398713')).toBe(true);
    const others = ['0', '1', '2', '4', '5', '6', '7', '8', '9'].map((digit) => `7992739871${digit}`);
    expect(others.filter(passesLuhn)).toEqual([]);
  });
});

describe('mod97', () => {
  it('leaves 1 for the LEIs and rearranged IBANs whose check digits are right', () => {
    expect(mod97('5493001KJTIIGC8Y1R12')).toBe(1);
    expect(mod97('WEST12345698765432GB82')).toBe(1);
    expect(mod97('WEST12345698765431GB82')).not.toBe(1);
  });
});

describe('passesAba', () => {
  it.each([
    ['021000021', true],
    ['011401533', true],
    ['021000022', false],
    ['02100002', false],
  ])('of %s says %s', (routing, passes) => {
    expect(passesAba(routing)).toBe(passes);
  });
});
