import fc from 'fast-check';

import { consonantSkeleton, foldSpelling } from './fold-spelling.js';
import { readNumber } from './number-words.js';
import { letterCodes, spellingDistance } from './spelling-distance.js';

const distance = (a: string, b: string, most = 1000): number =>
  spellingDistance(letterCodes(a), letterCodes(b), most);

describe('foldSpelling', () => {
  it.each([
    ['MOHAMMED', 'MOHAMED'],
    ['YURII', 'IOURI'],
    ['SCHMORL', 'SHMORL'],
    ['WLADIMIR', 'VLADIMIR'],
    ['VELDANOFF', 'VELDANOV'],
    ['KATHARINA', 'CATARINA'],
    ['PHILOR', 'FILOR'],
  ])('writes %s and %s alike', (a, b) => {
    expect(foldSpelling(a)).toBe(foldSpelling(b));
  });

  it('leaves the consonants, those heard alike as one', () => {
    expect(consonantSkeleton(foldSpelling('GADRAVI'))).toBe(consonantSkeleton(foldSpelling('QADRHAFY')));
  });
});

describe('spellingDistance, in tenths of a letter', () => {
  it.each([
    ['VELDA', 'VELDA', 0],
    ['VELDA', 'VELRA', 10],
    ['VELDA', 'VEDLA', 10],
    ['VELDA', 'VELDO', 6],
    ['VELDA', 'VELD', 7],
    ['VELDA', 'VELTA', 7],
    ['', 'VL', 20],
  ])('of %s and %s is %d', (a, b, tenths) => {
    expect(distance(a, b)).toBe(tenths);
  });

  it('is symmetric, and one more than asked for where it is more', () => {
    const word = fc.stringMatching(/^[A-Z0-9$]{0,12}$/);
    fc.assert(
      fc.property(word, word, fc.nat(60), (a, b, most) => {
        const exact = distance(a, b);
        expect(distance(b, a)).toBe(exact);
        expect(distance(a, b, most)).toBe(Math.min(exact, most + 1));
      }),
      { numRuns: 500 },
    );
  });
});

describe('readNumber', () => {
  it.each([
    [['1ST'], 0, '1', 1],
    [['FORTY', '4'], 0, '44', 2],
    [['FOURTY', 'FOUR'], 0, '44', 2],
    [['FORTY', 'TEN'], 0, '40', 1],
    [['NOMU', 'IX'], 1, '9', 1],
    [['NOMU', 'V'], 1, '5', 1],
  ])('reads %j at %d as %s', (words, index, value, count) => {
    expect(readNumber(words, index)).toEqual({ value, words: count });
  });

  it.each([[['V', 'NOMU']], [['NOMU']], [['MIX']], [['B2C']]])('reads no number in %j', (words) => {
    expect(readNumber(words, 0)).toBeUndefined();
  });
});
