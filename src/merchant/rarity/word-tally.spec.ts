import { nameForm } from '../../matching/index.js';
import { identifiersOf } from './spec-support/stored-register.js';
import { wordsOf, WordTally } from './word-tally.js';

const ALL = { holdersMin: 1, wordsMax: 100 };

describe('a tally of words', () => {
  it('counts merchants, not reports nor names', () => {
    const tally = new WordTally();
    tally.add('a', ['NOVA TRADING', 'NOVA']);
    tally.add('a', ['NOVA IMPORTS']);
    tally.add('b', ['NOVA']);
    tally.add('c', []);
    expect(tally.counted(ALL)).toEqual({
      merchants: 2,
      holders: new Map([
        ['NOVA', 2],
        ['IMPORTS', 1],
        ['TRADING', 1],
      ]),
    });
  });

  it('keeps the words that most hold, no more than it may, and none that too few hold', () => {
    const tally = new WordTally();
    for (const holder of ['a', 'b', 'c']) tally.add(holder, ['TRADING']);
    for (const holder of ['d', 'e']) tally.add(holder, ['IMPORTS', 'ABLE']);
    tally.add('f', ['QUORVEX']);
    expect([...tally.counted({ holdersMin: 2, wordsMax: 2 }).holders.keys()]).toEqual(['TRADING', 'ABLE']);
    expect(tally.counted({ holdersMin: 2, wordsMax: 9 }).holders.has('QUORVEX')).toBe(false);
  });

  it('takes a name apart as it is compared', () => {
    const [name] = identifiersOf({ legalName: 'Müller & Söhne Import-Export GmbH' });
    if (name === undefined) throw new Error('a name is an identifier');
    expect(wordsOf(name.parts?.['core'] ?? '')).toEqual(
      expect.arrayContaining(nameForm(name).words.map(({ text }) => text)),
    );
  });
});
