import fc from 'fast-check';

import { compareNames, NAME_LEVELS, type NameComparison } from './compare-names.js';
import { aName, RARITY } from './spec-support/forms.js';

function compared(a: string, b: string): NameComparison {
  return compareNames(aName(a), aName(b), RARITY);
}

describe('the level of two merchant names', () => {
  it.each([
    ['Nomu Imports Ltd', 'NOMU IMPORTS LIMITED', 'EXACT'],
    ['NomuImports', 'Nomu Imports', 'EXACT'],
    ['Nomu & Velda', 'Nomu and Velda', 'EXACT'],
    ['Ному ООО', 'OOO Nomu', 'EXACT'],
    ['JSC Nomu Corp.', 'Nomu Corporation Joint Stock Company', 'EXACT'],
    ['Imports Nomu', 'Nomu Imports', 'SAME_WORDS'],
    ['The Nomu Bank', 'Nomu Bank', 'SAME_WORDS'],
    ['Hotel Velda', 'Velda Hotels', 'SAME_WORDS'],
    ['Banque Velda', 'Banco Velda', 'SAME_WORDS'],
    ['Velda Sea Food Shop', 'Velda Seafood Store', 'SAME_WORDS'],
    ['Velda Forty-Four', 'Velda 44', 'SAME_WORDS'],
    ['1st Velda Bank', 'First Velda Bank', 'SAME_WORDS'],
    ['Velda Trading', 'Velda', 'RARE_WORDS'],
    ['Veldanar Trading', 'Vledanar Trading', 'SOFT'],
    ['Veldanar Trading', 'Veldaner Trading', 'SOFT'],
    ['Katharinov Mill', 'Catarinof Mill', 'SAME_WORDS'],
    ['Velda Numoria Tarquent', 'Velda', 'CONTAINED'],
    ['Velda', 'Velda 3', 'CONTAINED'],
    ['Velda1902', 'Velda', 'CONTAINED'],
    ['Veldanumoria', 'Veldanumoriaquent', 'CONTAINED'],
    ['NVT', 'Numoria Velda Tarquent', 'ACRONYM'],
    ['BVN', 'Bank of Velda and Numoria', 'ACRONYM'],
    ['BOVAN', 'Bank of Velda and Numoria', 'ACRONYM'],
    ['Velda Numoria Restau', 'Velda Numoria Restaurant', 'SAME_WORDS'],
    ['Velda Numoria Shop', 'Velda Numoria Hotel', 'PARTIAL'],
    ['Velda Numoria 2', 'Velda Numoria 7', 'NUMBERS'],
    ['Velda Numoria IV', 'Velda Numoria IX', 'NUMBERS'],
    ['Velda Numoria', 'Velda Tarquent', 'CONFLICT'],
    ['Velda Shop', 'Numoria Shop', 'DIFFERENT'],
    ['Velda', 'Numoria', 'DIFFERENT'],
  ])('of %s and %s is %s', (a, b, level) => {
    expect(compared(a, b).level).toBe(level);
  });
});

describe('compareNames', () => {
  it('weighs agreement by rarity: a word of every trade says little', () => {
    expect(compared('Velda', 'Velda').agreeingBits).toBeGreaterThan(13);
    expect(compared('Shop', 'Shop').agreeingBits).toBeLessThan(5);
  });

  it('tells what contradicts from what one name does without', () => {
    expect(compared('Velda Numoria', 'Velda')).toMatchObject({ conflictingBits: 0 });
    expect(compared('Velda Numoria', 'Velda Tarquent')).toMatchObject({ extraBits: 0 });
  });

  it('sees numbers apart: equal, a letter apart, on one side alone, others', () => {
    expect(compared('Velda 12', 'Velda XII').numbers).toBe('SAME');
    expect(compared('Velda Fund V', 'Velda Fund VI').numbers).toBe('NEAR');
    expect(compared('Velda Fund', 'Velda Fund VI').numbers).toBe('EXTRA');
    expect(compared('Velda 12', 'Velda 34').numbers).toBe('CONFLICT');
  });

  it('sees legal forms apart: forms of one kind translate each other', () => {
    expect(compared('Velda GmbH', 'Velda GmbH').legalForm).toBe('SAME');
    expect(compared('Velda GmbH', 'Velda SARL').legalForm).toBe('EQUIVALENT');
    expect(compared('Velda GmbH', 'Velda AG').legalForm).toBe('CONFLICT');
    expect(compared('Velda GmbH', 'Velda').legalForm).toBe('MISSING');
  });

  it('counts a word that a name only says twice as nothing', () => {
    expect(compared('Velda Numoria Velda', 'Numoria Velda')).toMatchObject({
      extraBits: 0,
      level: 'SAME_WORDS',
    });
    expect(compared('Velda Numoria Velda', 'Velda Numoria Numoria').level).toBe('CONFLICT');
  });

  it('keeps names apart that only their own script tells apart', () => {
    const [a, b] = [aName('GaoShiNumu', '高石沼'), aName('GaoShiNumu', '高市沼')];
    expect(compareNames(a, a, RARITY)).toMatchObject({ level: 'EXACT', spellingCostBits: 0 });
    expect(compareNames(a, b, RARITY)).toMatchObject({ level: 'SOFT', spellingCostBits: 12 });
  });
});

const WORDS = [
  'Velda',
  'Veldaa',
  'Numoria',
  'Shop',
  'Store',
  'The',
  '12',
  'XII',
  'VNS',
  'Tarquent',
  'Tar',
  'quent',
  'Ltd',
  'AG',
];
const names = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 6 })
  .map((words) => words.join(' '));
const anyNames = fc.oneof(
  names,
  fc
    .array(fc.stringMatching(/^[A-Z0-9]{1,6}$/), { minLength: 1, maxLength: 5 })
    .map((words) => words.join(' ')),
);

describe('any two merchant names', () => {
  it('compare the same whichever comes first', () => {
    fc.assert(
      fc.property(anyNames, anyNames, (a, b) => {
        expect(compared(b, a)).toEqual(compared(a, b));
      }),
      { numRuns: 500 },
    );
  });

  it('are exact with themselves, with nothing that differs', () => {
    fc.assert(
      fc.property(anyNames, (name) => {
        expect(compared(name, name)).toMatchObject({
          level: 'EXACT',
          spellingCostBits: 0,
          conflictingBits: 0,
          extraBits: 0,
          coverage: 1,
          numbers: 'SAME',
        });
      }),
    );
  });

  it('give finite numbers within bounds, and a level of the list', () => {
    fc.assert(
      fc.property(anyNames, anyNames, (a, b) => {
        const { level, coverage, ...measured } = compared(a, b);
        const bits = [
          measured.agreeingBits,
          measured.spellingCostBits,
          measured.conflictingBits,
          measured.extraBits,
        ];
        expect(NAME_LEVELS).toContain(level);
        expect(coverage >= 0 && coverage <= 1).toBe(true);
        expect(bits.every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
