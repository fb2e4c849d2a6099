import fc from 'fast-check';
import { checkJsonText, JSON_DEPTH_MAX } from './check-json-text.js';

describe('checkJsonText', () => {
  it('has nothing to object to in what JSON.stringify writes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: JSON_DEPTH_MAX - 1 }), (value) => {
        const text = JSON.stringify(value);
        fc.pre(!text.includes('__proto__'));
        expect(checkJsonText(text)).toBeUndefined();
        expect(checkJsonText(JSON.stringify(value, null, 2))).toBeUndefined();
      }),
    );
  });

  it('finds a key that is added a second time anywhere', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }), { minKeys: 1 }),
        fc.nat({ max: 5 }),
        (object, depth) => {
          const [key = ''] = Object.keys(object);
          fc.pre(key !== '__proto__' && !JSON.stringify(object).includes('__proto__'));
          const doubled = `${JSON.stringify(object).slice(0, -1)},${JSON.stringify(key)}:1}`;
          const text = `${'{"a":['.repeat(depth)}${doubled}${']}'.repeat(depth)}`;
          expect(checkJsonText(text)).toMatch(/twice in one object/);
        },
      ),
    );
  });

  it.each([
    ['the same key in two objects', '[{"a":1},{"a":1}]'],
    ['the same key in an object inside', '{"a":{"a":{"a":1}}}'],
    ['a value that equals a key', '{"a":"a","b":"a"}'],
    ['quotes and braces in strings', '{"a\\"{":"}\\\\","b":"\\"a\\":"}'],
    ['an array in an object after a key', '{"a":["x","x"],"b":1}'],
    ['text that is not JSON', '{"a":"'],
    ['nothing', ''],
  ])('passes %s', (_name, text) => {
    expect(checkJsonText(text)).toBeUndefined();
  });

  it.each([
    ['{"a":1,"a":2}', 'The request names the key "a" twice in one object.'],
    ['{"a":{"x":1},"b":[],"a":2}', 'The request names the key "a" twice in one object.'],
    ['{"\\u0061":1,"a":2}', 'The request names the key "a" twice in one object.'],
    ['[[{"b":{"__proto__":1}}]]', 'The request has a key named __proto__.'],
    ['{"\\u005f_proto__":1}', 'The request has a key named __proto__.'],
    ['['.repeat(33), 'The request nests deeper than 32 levels.'],
    ['{"a":'.repeat(33), 'The request nests deeper than 32 levels.'],
  ])('refuses %s', (text, reason) => {
    expect(checkJsonText(text)).toBe(reason);
  });

  it('takes time linear to the text', () => {
    const started = performance.now();
    checkJsonText(`"${'\\'.repeat(1_000_000)}"`);
    checkJsonText(`{"a":"${'\\"'.repeat(500_000)}"}`);
    checkJsonText(`[${'"",'.repeat(300_000)}""]`);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
