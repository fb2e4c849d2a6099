import fc from 'fast-check';
import { countUnrelated } from './count-unrelated.js';

const GENERAL = new Set(['TRADING', 'CAFE', 'CENTER']);
const rarity = (word: string): number => (GENERAL.has(word) ? 4 : 13);

function count(...names: readonly string[]): number {
  return countUnrelated(
    names.map((name) => new Set(name.split(' ').filter(Boolean))),
    rarity,
  );
}

describe('the unrelated holders of a value', () => {
  it('are those whose names have no rare word in common', () => {
    expect(count('NOVA TRADING', 'PERIMUND TRADING')).toBe(2);
    expect(count('NOVA TRADING', 'NOVA IMPORTS')).toBe(1);
  });

  it('are one by way of a third', () => {
    expect(count('NOVA ALBA', 'PERIMUND ZORD', 'ALBA ZORD')).toBe(1);
  });

  it('are two with two names of general words, and one with the same', () => {
    expect(count('CAFE', 'CAFE CENTER')).toBe(2);
    expect(count('CAFE CENTER', 'CENTER CAFE')).toBe(1);
  });

  it('are not those without a name', () => {
    expect(count('', '', 'NOVA')).toBe(1);
    expect(count('')).toBe(0);
  });

  it('do not depend on the order in which they come', () => {
    const name = fc
      .subarray(['NOVA', 'ALBA', 'ZORD', 'PERIMUND', 'CAFE', 'TRADING'])
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(name, { maxLength: 8 }), (names) => {
        expect(count(...names.toReversed())).toBe(count(...names));
        expect(count(...names.toSorted())).toBe(count(...names));
      }),
    );
  });
});
