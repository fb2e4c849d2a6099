import { keyKinds, keyOf, normalised, refusedAs } from './spec-support/normalised.js';

describe('CARD_ACCEPTOR_ID', () => {
  it('is unique under its acquirer, and findable weakly without', () => {
    const scoped = normalised('CARD_ACCEPTOR_ID', '754593547151   ', { scope: '066907' });
    expect(scoped).toMatchObject({ value: '754593547151', scope: 'BIN:066907', strength: 'UNIQUE' });
    expect(keyKinds(scoped)).toEqual(['CARD_ACCEPTOR_ID UNIQUE', 'CARD_ACCEPTOR_ID_UNSCOPED WEAK']);

    const bare = normalised('CARD_ACCEPTOR_ID', '754593547151');
    expect(bare).toMatchObject({ scope: null, strength: 'WEAK' });
    expect(keyKinds(bare)).toEqual(['CARD_ACCEPTOR_ID_UNSCOPED WEAK']);
    expect(keyOf(bare, 'CARD_ACCEPTOR_ID_UNSCOPED')).toBe(keyOf(scoped, 'CARD_ACCEPTOR_ID_UNSCOPED'));
  });

  it('is another under another acquirer', () => {
    const hashes = ['066907', 'ICA:66907', 'MEMBER:66907', '008063'].map((scope) =>
      keyOf(normalised('CARD_ACCEPTOR_ID', '754593547151', { scope }), 'CARD_ACCEPTOR_ID'),
    );
    expect(new Set(hashes).size).toBe(4);
  });

  it('keeps leading zeros and folds case and width', () => {
    expect(normalised('CARD_ACCEPTOR_ID', '  00ab１２').value).toBe('00AB12');
  });

  it('takes fifteen digits that pass Luhn: in its own field a card acceptor ID is what it is', () => {
    expect(normalised('CARD_ACCEPTOR_ID', '378282246310005').value).toBe('378282246310005');
  });

  it.each([
    ['BIN:066907', 'BIN:066907'],
    ['bin: 06690700', 'BIN:06690700'],
    ['ICA:01234', 'ICA:1234'],
    ['member:mem_6fJ', 'MEMBER:mem_6fJ'],
  ])('takes the acquirer %s as %s', (scope, normal) => {
    expect(normalised('CARD_ACCEPTOR_ID', '1', { scope }).scope).toBe(normal);
  });

  it.each([
    ['1234567890123456', undefined, { code: 'INVALID_LENGTH', field: 'value' }],
    ['4111 1111 1111 1111', undefined, { code: 'CARD_NUMBER', field: 'value' }],
    ['ÄÖ', undefined, { code: 'INVALID_CHARACTERS', field: 'value' }],
    ['--', undefined, { code: 'INVALID_CHARACTERS', field: 'value' }],
    ['1', '1234', { code: 'UNKNOWN_SCOPE', field: 'scope', suggestion: 'ICA:1234' }],
    ['1', 'Some Bank', { code: 'UNKNOWN_SCOPE', field: 'scope' }],
    ['1', 'BIN:12345', { code: 'INVALID_LENGTH', field: 'scope' }],
    ['1', 'ICA:000', { code: 'INVALID_LENGTH', field: 'scope' }],
    ['1', 'MEMBER:a b', { code: 'INVALID_CHARACTERS', field: 'scope' }],
  ])('refuses %s under %s', (value, scope, refusal) => {
    expect(refusedAs('CARD_ACCEPTOR_ID', value, { scope })).toEqual([refusal]);
  });
});

describe('PAYFAC_SUBMERCHANT_ID', () => {
  it('is unique under its facilitator, however that is spelt', () => {
    const one = normalised('PAYFAC_SUBMERCHANT_ID', 'sub-17', { scope: 'Ztl Pay' });
    const other = normalised('PAYFAC_SUBMERCHANT_ID', 'SUB-17', { scope: 'ZTL-PAY' });
    expect(one).toMatchObject({ value: 'SUB-17', scope: 'ZTL PAY', strength: 'UNIQUE' });
    expect(other.keys).toEqual(one.keys);
    expect(normalised('PAYFAC_SUBMERCHANT_ID', 'SUB-17').strength).toBe('WEAK');
  });

  it('refuses what is too long and a facilitator without a name', () => {
    expect(refusedAs('PAYFAC_SUBMERCHANT_ID', '1234567890123456')).toEqual([
      { code: 'INVALID_LENGTH', field: 'value' },
    ]);
    expect(refusedAs('PAYFAC_SUBMERCHANT_ID', '1', { scope: '***' })).toEqual([
      { code: 'UNKNOWN_SCOPE', field: 'scope' },
    ]);
  });
});

describe('TERMINAL_ID', () => {
  it('has eight characters and is weak', () => {
    const terminal = normalised('TERMINAL_ID', 'ab000123', { scope: '066907' });
    expect(terminal).toMatchObject({ value: 'AB000123', scope: 'BIN:066907', strength: 'WEAK' });
    expect(keyKinds(terminal)).toEqual(['TERMINAL_ID WEAK']);
    expect(keyKinds(normalised('TERMINAL_ID', 'AB000123'))).toEqual(['TERMINAL_ID_UNSCOPED CONTEXT']);
    expect(refusedAs('TERMINAL_ID', '1234567')).toEqual([{ code: 'INVALID_LENGTH', field: 'value' }]);
    expect(refusedAs('TERMINAL_ID', '1234 678')).toEqual([{ code: 'INVALID_CHARACTERS', field: 'value' }]);
  });
});

describe('ACQUIRER_BIN, ICA and MCC', () => {
  it('are context', () => {
    expect(normalised('ACQUIRER_BIN', '066907')).toMatchObject({ value: '066907', strength: 'CONTEXT' });
    expect(normalised('ICA', 'ICA 001234')).toMatchObject({ value: '1234', strength: 'CONTEXT' });
    expect(normalised('MCC', '5967')).toMatchObject({ value: '5967', strength: 'CONTEXT' });
  });

  it.each([
    ['ACQUIRER_BIN' as const, '12345', { code: 'INVALID_LENGTH', field: 'value' }],
    ['ACQUIRER_BIN' as const, '12345X', { code: 'INVALID_CHARACTERS', field: 'value' }],
    ['ICA' as const, '0', { code: 'INVALID_LENGTH', field: 'value' }],
    ['ICA' as const, 'x1', { code: 'INVALID_CHARACTERS', field: 'value' }],
    ['MCC' as const, '742', { code: 'INVALID_FORMAT', field: 'value', suggestion: '0742' }],
    ['MCC' as const, '59', { code: 'INVALID_FORMAT', field: 'value' }],
    ['MCC' as const, '9999', { code: 'UNKNOWN_CODE', field: 'value' }],
  ])('refuse as %s %s', (type, value, refusal) => {
    expect(refusedAs(type, value)).toEqual([refusal]);
  });
});
