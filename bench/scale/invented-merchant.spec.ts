import { normaliseSubject } from '../../src/identifier/index.js';
import {
  IDENTIFIERS_PER_MERCHANT,
  inventedMerchant,
  merchantIdOf,
  misspelt,
  unknownName,
} from './invented-merchant.js';
import { GENERAL_WORDS, INVENTED_WORDS, inventedWord } from './invented-words.js';

const numbers = Array.from({ length: 500 }, (_, number) => number * 1_999);

describe('an invented merchant', () => {
  it('is the same every time and breaks no rule', () => {
    for (const number of numbers) {
      expect(inventedMerchant(number)).toEqual(inventedMerchant(number));
      const result = normaliseSubject(inventedMerchant(number), { presentYear: 2026 });
      expect(result.ok && result.value.identifiers.length).toBe(IDENTIFIERS_PER_MERCHANT);
    }
  });

  it('has an id of its own, and one that looks like any other', () => {
    const ids = numbers.map(merchantIdOf);
    expect(new Set(ids).size).toBe(numbers.length);
    for (const id of ids)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
  });

  it('is misspelt in one word, and that word is the longest', () => {
    for (const number of numbers) {
      const { legalName } = inventedMerchant(number);
      const words = misspelt(legalName, number).split(' ');
      const changed = legalName.split(' ').filter((word, place) => word !== words[place]);
      const longest = Math.max(...legalName.split(' ').map((word) => word.length));
      expect(changed.every((word) => word.length === longest)).toBe(true);
      expect(changed.length).toBeGreaterThan(0);
    }
  });

  it('is unknown when its invented words are written backwards', () => {
    expect(unknownName('ZOLVAINE TRADING GmbH')).toBe('ENIAVLOZ TRADING GmbH');
  });
});

describe('the invented words', () => {
  it('are nearly all different, and none is a general one', () => {
    const words = Array.from({ length: INVENTED_WORDS }, (_, number) => inventedWord(number));
    expect(new Set(words).size).toBeGreaterThan(0.5 * INVENTED_WORDS);
    expect(words.filter((word) => GENERAL_WORDS.includes(word))).toEqual([]);
  });
});
