import { defang, maskMiddle, maskNumber } from './mask.js';

describe('maskNumber', () => {
  it('shows the last four characters of eight and more, and none of fewer', () => {
    expect(maskNumber('GB82WEST12345698765432')).toBe('•••• 5432');
    expect(maskNumber('12345678')).toBe('•••• 5678');
    expect(maskNumber('1234567')).toBe('••••');
  });
});

describe('maskMiddle', () => {
  it('shows both ends of a long address', () => {
    expect(maskMiddle('1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa')).toBe('1A1zP1…vfNa');
  });
});

describe('defang', () => {
  it('leaves nothing that a program makes a link of', () => {
    expect(defang('pay.shop.example')).toBe('pay[.]shop[.]example');
    expect(defang('2001:db8::7')).toBe('2001:db8[::]7');
  });
});
