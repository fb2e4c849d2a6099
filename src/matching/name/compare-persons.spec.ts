import fc from 'fast-check';

import { comparePersons, PERSON_LEVELS, type PersonComparison } from './compare-persons.js';
import { personForm } from './person-form.js';
import { aPerson, RARITY } from './spec-support/forms.js';

function compared(a: string, b: string): PersonComparison {
  return comparePersons(aPerson(a), aPerson(b), RARITY);
}

describe('the level of two names of persons', () => {
  it.each([
    ['Dr. Orla Tarquent', 'Mrs Orla Tarquent', 'SAME_WORDS'],
    ['OrlaTarquent', 'Orla Tarquent', 'EXACT'],
    ['Tarquent, Orla', 'Orla Tarquent', 'SAME_WORDS'],
    ['Orla van der Tarquent', 'Orla Tarquent', 'SAME_WORDS'],
    ['Yuri Veldanov', 'Iouri Veldanoff', 'VARIANT'],
    ['Wladimir Schmorl', 'Vladimir Shmorl', 'VARIANT'],
    ['Bill Tarquent', 'William Tarquent', 'VARIANT'],
    ['Mohammed Tarquent', 'Muhamad Tarquent', 'SOFT'],
    ['Orla Tarquent', 'Orla Tarqeunt', 'SOFT'],
    ['O. Tarquent', 'Orla Tarquent', 'INITIALS'],
    ['Orla Numa Tarquent', 'Orla Tarquent', 'MISSING'],
    ['Tarquent', 'Orla Tarquent', 'SINGLE'],
    ['Orla Tarquent', 'Orla Fennimore', 'CONFLICT'],
    ['Wystan Tarquent', 'Orla Tarquent', 'CONFLICT'],
    ['Wystan Fennimore', 'Orla Tarquent', 'DIFFERENT'],
  ])('of %s and %s is %s', (a, b, level) => {
    expect(compared(a, b).level).toBe(level);
  });

  it('keeps names apart that only their own script tells apart', () => {
    const [a, b] = [aPerson('GAOSHI', '高石'), aPerson('GAOSHI', '高市')];
    expect(comparePersons(a, b, RARITY)).toMatchObject({ level: 'SOFT', spellingCostBits: 12 });
  });

  it('reads a name whose order was not kept', () => {
    const a = personForm({ value: 'ORLA TARQUENT' });
    expect(comparePersons(a, aPerson('Tarquent Orla'), RARITY).level).toBe('SAME_WORDS');
  });
});

const WORDS = [
  'Orla',
  'Orlla',
  'O',
  'Tarquent',
  'Tar',
  'quent',
  'Bill',
  'William',
  'Will',
  'de',
  'al',
  'Mr',
  'Velda',
  'Yuri',
  'Iouri',
];
const names = fc
  .array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 })
  .map((words) => words.join(' '));

describe('any two names of persons', () => {
  it('compare the same whichever comes first, within the bounds', () => {
    fc.assert(
      fc.property(names, names, (a, b) => {
        const found = compared(a, b);
        expect(compared(b, a)).toEqual(found);
        const { level, ...bits } = found;
        expect(PERSON_LEVELS).toContain(level);
        expect(Object.values(bits).every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('are exact with themselves', () => {
    fc.assert(
      fc.property(names, (name) => {
        expect(compared(name, name)).toMatchObject({
          level: 'EXACT',
          spellingCostBits: 0,
          conflictingBits: 0,
          extraBits: 0,
        });
      }),
    );
  });
});
