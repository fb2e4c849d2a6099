import type { IdentifierType } from '../../identifier/index.js';
import { numberedValue } from './numbered-value.js';

const of = (type: IdentifierType, value: string, scope: string | null = null) =>
  numberedValue({ type, value, scope });

describe('a value as a number in a line', () => {
  it.each([
    ['PHONE', '+31207946001', 'PHONE  +#11', 31_207_946_001],
    ['IBAN', 'GB82WEST12345698765432', 'IBAN  GBWEST#14', 12_345_698_765_432],
    ['CARD_ACCEPTOR_ID', 'AB0000000000123', 'CARD_ACCEPTOR_ID  AB#13', 123],
    ['DOMAIN', 'shop17.example', 'DOMAIN  shop#2.example', 17],
    ['BANK_ACCOUNT', '12345678901234567890', 'BANK_ACCOUNT  12345#15', 678_901_234_567_890],
  ] as const)('of %s %s', (type, value, line, number) => {
    expect(of(type, value)).toEqual({ line, number });
  });

  it('is in the same line for numbers that differ in nothing else, and in another under another scope', () => {
    expect(of('IBAN', 'GB82WEST12345698765432')?.line).toBe(of('IBAN', 'GB55WEST12345698765433')?.line);
    expect(of('CARD_ACCEPTOR_ID', '123', '400000')?.line).not.toBe(
      of('CARD_ACCEPTOR_ID', '124', '400001')?.line,
    );
  });

  it('is none without a digit', () => {
    expect(of('LEGAL_NAME', 'quiet harbour')).toBeUndefined();
  });
});
