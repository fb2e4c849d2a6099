import { parse } from 'graphql';
import { measureDocument } from './measure-document.js';

describe('measureDocument', () => {
  const measure = (text: string): ReturnType<typeof measureDocument> => measureDocument(parse(text));

  it('counts what an operation comes to', () => {
    expect(measure('{ a { b: c ... on T { d @skip(if: true) } } e }')).toEqual({
      depth: 2,
      fields: 4,
      aliases: 1,
      rootFields: 2,
      directives: 1,
      introspections: 0,
      definitions: 1,
      cycle: undefined,
      reservedName: undefined,
    });
  });

  it('expands fragments wherever they are spread', () => {
    expect(
      measure('{ a { ...F } b { ...F } ...R } fragment F on T { c { d: e } } fragment R on Q { f }'),
    ).toMatchObject({
      depth: 3,
      fields: 7,
      aliases: 2,
      rootFields: 3,
      definitions: 3,
    });
  });

  it('takes the largest of several operations', () => {
    expect(measure('query A { a b } query B { a { b { c } } }')).toMatchObject({
      depth: 3,
      fields: 3,
      rootFields: 2,
    });
  });

  it('measures fragments that double at each level in linear time', () => {
    const levels = Array.from(
      { length: 60 },
      (_unused, index) => `fragment F${index} on T { ...F${index + 1} a { ...F${index + 1} } }`,
    );
    const started = performance.now();
    expect(measure(`{ ...F0 } ${levels.join(' ')} fragment F60 on T { a }`).fields).toBe(2 ** 61 - 1);
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it('names a fragment in a circle', () => {
    expect(measure('{ ...A } fragment A on Q { ...B } fragment B on Q { ...A }').cycle).toBe('A');
    expect(measure('{ a } fragment A on Q { a { ...A } }').cycle).toBe('A');
  });

  it.each(['{ __a: b }', 'query __A { b }', 'query ($__a: Int) { b }', '{ ...__F } fragment __F on Q { b }'])(
    'names what is reserved in %s',
    (text) => {
      expect(measure(text).reservedName).toMatch(/^__/);
    },
  );

  it('counts questions about the schema wherever they are written', () => {
    const text = '{ a: __schema { b } ...F } fragment F on Q { __type(name: "T") { c } __typename }';
    expect(measure(text).introspections).toBe(2);
  });

  it('leaves the fields of introspection be', () => {
    expect(measure('{ __typename __schema { queryType { name } } }').reservedName).toBeUndefined();
  });
});
