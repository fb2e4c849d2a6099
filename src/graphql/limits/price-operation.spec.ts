import { buildSchema, parse } from 'graphql';
import { priceOf } from './price-operation.js';

const schema = buildSchema(`
  type Query { items(first: Int = 50): ItemConnection! tags: [Tag!]! item: Item }
  type Mutation { keep(input: KeepInput!): KeepPayload! }
  input KeepInput { items: [String!] notes: [String!] name: String }
  type KeepPayload { items: [Item!]! userErrors: [Tag!]! item: Item }
  type ItemConnection { edges: [ItemEdge!]! nodes: [Item!]! }
  type ItemEdge { cursor: String! node: Item! }
  type Item { id: ID! tags: [Tag!]! items(first: Int = 50): ItemConnection! }
  type Tag { name: String! }
`);

const price = (document: string, variables = {}, operation?: string): number =>
  priceOf(schema, parse(document), operation, variables);

describe('the price of an operation', () => {
  it.each([
    ['a field of the root', '{ __typename }', {}, 1],
    ['a call, and the values of its answer', '{ item { id } }', {}, 10 + 2],
    ['a list of unknown length, as three', '{ tags { name } }', {}, 10 + 1 + 3],
    ['a page, by the size asked for', '{ items(first: 3) { nodes { id } } }', {}, 10 + 1 + 3 * 2],
    ['a page, by the size left out', '{ items { nodes { id } } }', {}, 10 + 1 + 50 * 2],
    [
      'a page, by its variable',
      'query ($n: Int) { items(first: $n) { nodes { id } } }',
      { n: 4 },
      10 + 1 + 4 * 2,
    ],
    [
      'a page of a size that is refused, as the largest',
      'query ($n: Int) { items(first: $n) { nodes { id } } }',
      { n: 4_000_000 },
      10 + 1 + 100 * 2,
    ],
    [
      'a page of a size that is none',
      'query ($n: Int) { items(first: $n) { nodes { id } } }',
      { n: '∞' },
      10 + 1 + 100 * 2,
    ],
    [
      'a page in a page',
      '{ items(first: 3) { nodes { items(first: 2) { nodes { id } } } } }',
      {},
      10 + 1 + 3 * (1 + 1 + 2 * 2),
    ],
    [
      'fragments, as what they hold',
      '{ items(first: 3) { ...P } } fragment P on ItemConnection { nodes { ... { id } } }',
      {},
      10 + 1 + 3 * 2,
    ],
    [
      'a change, by the longest list of its input',
      'mutation ($i: KeepInput!) { keep(input: $i) { items { id } } }',
      { i: { items: ['a', 'b', 'c'], notes: ['a'], name: 'long' } },
      1 + 30 + 1 + 3 * (10 + 1),
    ],
    [
      'a change with its input written out',
      'mutation { keep(input: { items: ["a", "b"] }) { item { id } } }',
      {},
      1 + 30 + 2 + 2 * 10,
    ],
    [
      'a change that shows nothing of what it does',
      'mutation ($i: KeepInput!) { keep(input: $i) { __typename } }',
      { i: { items: Array.from({ length: 100 }, () => 'a') } },
      1 + 30 + 1 + 100 * 10,
    ],
    [
      'a list longer than any that is taken, as a thousand',
      'mutation ($i: KeepInput!) { keep(input: $i) { __typename } }',
      { i: { items: Array.from({ length: 5_000 }, () => 'a') } },
      1 + 30 + 1 + 1_000 * 10,
    ],
  ])('counts %s', (_name, document, variables, expected) => {
    expect(price(document, variables)).toBe(expected);
  });

  it('is that of the operation named, of several', () => {
    const document = 'query a { item { id } } query b { items(first: 100) { nodes { id } } }';
    expect([price(document, {}, 'a'), price(document, {}, 'b')]).toEqual([12, 211]);
  });

  it('is 1 at least, also of an operation that there is not', () => {
    expect(price('query a { item { id } }', {}, 'other')).toBe(1);
  });

  it('is reckoned anew for other variables of the same document', () => {
    const document = parse('query ($n: Int) { items(first: $n) { nodes { id } } }');
    expect([1, 2, 3].map((n) => priceOf(schema, document, undefined, { n }))).toEqual([13, 15, 17]);
  });
});
