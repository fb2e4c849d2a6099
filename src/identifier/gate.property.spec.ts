import fc from 'fast-check';

import { checkText } from './gate.js';
import { redactUrls } from './gate/redact-urls.js';
import { honestText } from './spec-support/honest-texts.js';
import { longRun, plantedPayload } from './spec-support/planted-payloads.js';

const RULES = { lengthMax: 5000, multiline: true };
const codes = (text: string): readonly string[] =>
  checkText(text, ['narrative'], RULES).map(({ code }) => code);

/** Digits with their Luhn check digit. */
const cardNumber = fc
  .tuple(
    fc.constantFrom('4', '51', '2221', '34', '36', '6011', '3528', '62'),
    fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 18, maxLength: 18 }),
  )
  .map(([prefix, digits]) => {
    const length = prefix === '34' ? 15 : prefix === '36' ? 14 : 16;
    const body = (prefix + digits.join('')).slice(0, length - 1);
    const sum = Array.from(body, (digit, index) => Number(digit) * ((body.length - index) % 2 === 1 ? 2 : 1))
      .map((term) => (term > 9 ? term - 9 : term))
      .reduce((total, term) => total + term, 0);
    return body + String((10 - (sum % 10)) % 10);
  });

const SEPARATORS = ['', ' ', '-', '.', '/', '\u00a0', '\u2009', '\u2013', '_', ' - ', '\n'];
const ZEROS = ['0', '٠', '۰', '०', '０', '𝟎'];

/** The number with a separator after every so many digits, in the digits of some script. */
const writtenCardNumber = fc
  .tuple(
    cardNumber,
    fc.constantFrom(...SEPARATORS),
    fc.integer({ min: 1, max: 8 }),
    fc.constantFrom(...ZEROS),
  )
  .map(([digits, separator, size, zero]) => {
    const groups = digits.match(new RegExp(`.{1,${size}}`, 'gu')) ?? [];
    const start = zero.codePointAt(0) ?? 48;
    return groups.join(separator).replace(/\d/gu, (digit) => String.fromCodePoint(start + Number(digit)));
  });

describe('checkText', () => {
  it('refuses every file planted in base64, base64url, hex or a data URI, whole or in pieces', () => {
    fc.assert(
      fc.property(plantedPayload, (text) => codes(text).includes('ENCODED_CONTENT')),
      { numRuns: 1500 },
    );
  });

  it('refuses every run of 200 and more encoded characters, whole or in lines', () => {
    fc.assert(
      fc.property(longRun, (text) => codes(text).includes('ENCODED_CONTENT')),
      { numRuns: 500 },
    );
  });

  it('refuses every card number, however it is grouped and in whatever digits, in a sentence of any script', () => {
    fc.assert(
      fc.property(honestText, writtenCardNumber, (text, number) =>
        codes(`${text} seen beside ${number}, it says`).includes('CARD_NUMBER'),
      ),
      { numRuns: 500 },
    );
  });

  it('takes at least 995 of 1,000 honest texts in many scripts', () => {
    const seed = Math.trunc(Math.random() * 2 ** 31);
    const texts = fc.sample(honestText, { numRuns: 2000, seed });
    const refused = texts.filter((text) => codes(text).length > 0);
    expect({ seed, refusedTooMany: refused.length > texts.length * 0.005 ? refused : [] }).toEqual({
      seed,
      refusedTooMany: [],
    });
  });

  it('answers on any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        checkText(redactUrls(text).text, ['narrative'], RULES);
      }),
    );
  });

  it.each([
    ['hex', 'ab'],
    ['base64', 'Ab3+'],
    ['digits', '1 '],
    ['hosts', 'a.'],
    ['pieces', 'aB3dE6 '],
    ['schemes', 'a://'],
    ['pluses', '+1'],
  ])('answers in a moment on thousands of %s', (_, unit) => {
    const text = unit.repeat(2500) + '!';
    const start = performance.now();
    checkText(redactUrls(text).text, ['narrative'], { lengthMax: 20_000 });
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
