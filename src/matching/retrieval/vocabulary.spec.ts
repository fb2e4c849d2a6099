import fc from 'fast-check';
import { wordDistance } from './near-words.js';
import { NEAR_WORDS_MAX, Vocabulary } from './vocabulary.js';

function vocabularyOf(...words: readonly string[]): Vocabulary {
  const vocabulary = new Vocabulary();
  for (const word of words) vocabulary.add(word);
  return vocabulary;
}

describe('a vocabulary', () => {
  it.each([
    ['a letter too few', 'QUORVEX', 'QUOVEX'],
    ['a letter too many', 'QUORVEX', 'QUORVVEX'],
    ['another letter', 'QUORVEX', 'QUARVEX'],
    ['two letters that changed places', 'QUORVEX', 'QOURVEX'],
    ['two errors in a long word', 'HALVERTINGEN', 'HALVRETINGN'],
    ['another spelling of the same sound', 'MOHAMMED', 'MUHAMED'],
  ])('finds a word written with %s, either way round', (_, one, other) => {
    expect(vocabularyOf(one, 'UNRELATED').near(other)).toEqual([one]);
    expect(vocabularyOf(other, 'UNRELATED').near(one)).toEqual([other]);
  });

  it('does not find the word itself, nor short words or numbers by others', () => {
    expect(vocabularyOf('QUORVEX').near('QUORVEX')).toEqual([]);
    expect(vocabularyOf('SEA', '1234').near('SEE')).toEqual([]);
    expect(vocabularyOf('1234').near('1235')).toEqual([]);
  });

  it('gives the nearest first and not too many', () => {
    const words = Array.from('BCDFGHJKLMNP', (letter) => `${letter}ALVERT`);
    const near = vocabularyOf(...words, 'BALVERTT').near('BALVERT');
    expect(near).toHaveLength(NEAR_WORDS_MAX);
    expect(near.every((word) => wordDistance('BALVERT', word) === 1)).toBe(true);
  });

  it('finds every word that is one error away', () => {
    const word = fc.stringMatching(/^[A-Z]{5,10}$/);
    fc.assert(
      fc.property(word, fc.nat(), fc.constantFrom('A', 'K', 'S'), (text, at, letter) => {
        const place = at % text.length;
        const replaced = text.slice(0, place) + letter + text.slice(place + 1);
        const dropped = text.slice(0, place) + text.slice(place + 1);
        for (const other of [replaced, dropped]) {
          if (other !== text) expect(vocabularyOf(text).near(other)).toEqual([text]);
        }
      }),
    );
  });
});

describe('the distance of two words', () => {
  it('is symmetric', () => {
    const word = fc.stringMatching(/^[A-E]{1,9}$/);
    fc.assert(
      fc.property(word, word, (a, b) => {
        expect(wordDistance(a, b)).toBe(wordDistance(b, a));
      }),
    );
  });
});
