import { buildSchema, parse, validate } from 'graphql';
import { costRule } from './estimate-cost.js';

const schema = buildSchema(`
  type Query { items(first: Int = 50): ItemConnection! tags: [Tag!]! item: Item }
  type ItemConnection { edges: [ItemEdge!]! nodes: [Item!]! }
  type ItemEdge { cursor: String! node: Item! }
  type Item { id: ID! tags: [Tag!]! items(first: Int = 50): ItemConnection! }
  type Tag { name: String! }
`);

/** The cost of a query, read from the message of a rule that allows nothing. */
function costOf(query: string): number {
  const [error] = validate(schema, parse(query), [costRule(0)]);
  return Number(/has (\d+) possible/.exec(error?.message ?? '')?.[1]);
}

describe('the cost of a query', () => {
  it.each([
    ['a field', '{ __typename }', 1],
    ['an object', '{ item { id } }', 2],
    ['a list, counted for ten', '{ tags { name } }', 1 + 10],
    ['a page, counted for what it asks', '{ items(first: 3) { nodes { id } } }', 1 + 3 * 2],
    ['a page by edges the same way', '{ items(first: 3) { edges { node { id } } } }', 1 + 3 * 3],
    ['a page of the size left out', '{ items { nodes { id } } }', 1 + 50 * 2],
    [
      'a page of a size that comes later',
      'query ($n: Int) { items(first: $n) { nodes { id } } }',
      1 + 100 * 2,
    ],
    ['a list in a page', '{ items(first: 3) { nodes { tags { name } } } }', 1 + 3 * (1 + 1 + 10)],
    [
      'a page in a page',
      '{ items(first: 3) { nodes { items(first: 4) { nodes { id } } } } }',
      1 + 3 * (1 + 1 + 4 * 2),
    ],
    [
      'fragments as what they hold',
      '{ items(first: 3) { ...P } } fragment P on ItemConnection { nodes { ... { id } } }',
      1 + 3 * 2,
    ],
    ['introspection, five entries a list', '{ __schema { types { name } } }', 1 + 1 + 5],
  ])('%s', (_name, query, cost) => {
    expect(costOf(query)).toBe(cost);
  });

  it('is too high for pages in pages in pages', () => {
    const query =
      '{ items(first: 100) { nodes { items(first: 100) { nodes { items(first: 100) { nodes { id } } } } } } }';
    const [error] = validate(schema, parse(query), [costRule()]);
    expect(error?.message).toBe(
      'The query has 2020201 possible values in its response; the most is 50000. Ask for less, or split it into several requests.',
    );
  });

  it.each(['0', '101', '-1', '99999999999999999999'])('refuses a page of %s', (first) => {
    const [error] = validate(schema, parse(`{ items(first: ${first}) { nodes { id } } }`), [costRule()]);
    expect(error?.message).toBe('first: Must be 1 to 100.');
  });

  it('comes to an end for fragments in a circle, which another rule refuses', () => {
    expect(costOf('{ item { ...A } } fragment A on Item { id ...A }')).toBe(2);
  });
});
