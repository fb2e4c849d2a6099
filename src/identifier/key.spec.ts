import { identifierKey } from './key.js';

describe('identifierKey', () => {
  it('is 16 bytes of hex that stay the same from one release to the next', () => {
    expect(identifierKey('IBAN', 'UNIQUE', null, 'GB82WEST12345698765432')).toEqual({
      kind: 'IBAN',
      strength: 'UNIQUE',
      hash: '6dbba4197ddaa74f3ae900e155910601',
    });
  });

  it('differs when kind, scope or value differ, wherever the border between them stands', () => {
    const hashes = [
      identifierKey('A', 'UNIQUE', 'B', 'C'),
      identifierKey('A', 'UNIQUE', 'BC', ''),
      identifierKey('AB', 'UNIQUE', '', 'C'),
      identifierKey('A', 'UNIQUE', null, 'BC'),
      identifierKey('A', 'UNIQUE', '', 'BC'),
      identifierKey('A","B', 'UNIQUE', null, 'C'),
    ].map(({ hash }) => hash);
    expect(new Set(hashes).size).toBe(hashes.length);
  });

  it('does not depend on the strength, which may change with what is known of a value', () => {
    expect(identifierKey('EMAIL', 'WEAK', null, 'a@b.example').hash).toBe(
      identifierKey('EMAIL', 'STRONG', null, 'a@b.example').hash,
    );
  });
});
