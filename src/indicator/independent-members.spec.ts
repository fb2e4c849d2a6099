import fc from 'fast-check';
import type { MemberId } from '../common/id.js';
import { countIndependentMembers } from './independent-members.js';

const sources = (...relayed: readonly string[]): ReadonlySet<MemberId>[] =>
  relayed.map((members) => new Set(members.split('') as MemberId[]));

describe('independent members', () => {
  it.each([
    ['nobody', [], 0],
    ['one member', ['a'], 1],
    ['three that relay one referral', ['abc'], 1],
    ['one with three sources', ['a', 'a', 'a'], 1],
    ['three with a source each', ['a', 'b', 'c'], 3],
    ['two, of whom one relays what the other has too', ['ab', 'a'], 2],
    ['two with three sources between them', ['ab', 'ab', 'ab'], 2],
    ['two, one of them with most of the sources', ['a', 'a', 'abc'], 2],
  ] as const)('are, of %s', (_, relayed, count) => {
    expect(countIndependentMembers(sources(...relayed))).toBe(count);
  });

  it('are never more than the sources or the members, nor fewer without a report of one more', () => {
    const anySources = fc.array(
      fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), { minLength: 1 }),
      {
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(anySources, (relayed) => {
        const given = sources(...relayed.map((members) => members.join('')));
        const count = countIndependentMembers(given);
        expect(count).toBeLessThanOrEqual(given.length);
        expect(count).toBeLessThanOrEqual(new Set(relayed.flat()).size);
        expect(countIndependentMembers(given.toReversed())).toBe(count);
        expect(countIndependentMembers([...given, ...sources('z')])).toBe(count + 1);
      }),
    );
  });
});
