import { MODEL_RARITY } from '../../matching/index.js';
import { NOTHING_COUNTED } from './counted-words.js';
import { wordRarity } from './word-rarity.js';

const BACKGROUND = { unlistedBits: 13, tokens: new Map([['TRADING', 4]]) };

describe('the rarity of a word', () => {
  it('is that of the model in a register that has not been counted', () => {
    const rarity = wordRarity(NOTHING_COUNTED);
    for (const word of ['CENTER', 'QUORVEX']) expect(rarity(word)).toBeCloseTo(MODEL_RARITY.token(word), 9);
  });

  it('falls with the merchants that hold it, though the model has it not', () => {
    const holders = new Map([
      ['NOVA', 3],
      ['PRIMA', 300],
    ]);
    const rarity = wordRarity({ merchants: 5_000, holders }, BACKGROUND);
    expect(rarity('PRIMA')).toBeLessThan(rarity('NOVA'));
    expect(rarity('NOVA')).toBeLessThan(rarity('QUORVEX'));
    expect(rarity('PRIMA')).toBeCloseTo(Math.log2(6_000 / 299), 2);
  });

  it('rises for a word that the model holds to be general and the register hardly has', () => {
    const counted = { merchants: 20_000, holders: new Map() };
    expect(wordRarity(counted, BACKGROUND)('TRADING')).toBeCloseTo(4 + Math.log2(21), 9);
  });

  it('changes little by the few merchants of a small register', () => {
    const few = { merchants: 10, holders: new Map([['QUORVEX', 3]]) };
    expect(wordRarity(few, BACKGROUND)('QUORVEX')).toBeGreaterThan(8);
    expect(wordRarity(few, BACKGROUND)('TRADING')).toBeCloseTo(4, 1);
  });
});
