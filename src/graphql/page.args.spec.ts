import { toConnection } from './connection.js';
import { InvalidInputError } from './graphql-error.js';
import { pageRequestOf } from './page.args.js';

describe('pageRequestOf', () => {
  it.each([1, 50, 100])('takes a page of %i', (first) => {
    expect(pageRequestOf({ first, after: null })).toEqual({ first, after: undefined });
    expect(pageRequestOf({ first, after: 'abc' })).toEqual({ first, after: 'abc' });
  });

  it.each([0, -1, 101, 1.5, Number.NaN])('refuses a page of %d', (first) => {
    expect(() => pageRequestOf({ first })).toThrow(
      new InvalidInputError([{ field: 'first', message: 'Must be 1 to 100.' }]),
    );
  });
});

describe('toConnection', () => {
  it('gives an empty page no end', () => {
    expect(toConnection({ rows: [], cursors: [], hasNextPage: false }, String)).toEqual({
      edges: [],
      nodes: [],
      pageInfo: { hasNextPage: false, endCursor: null },
    });
  });

  it('maps each row once', () => {
    const seen: number[] = [];
    const { edges, nodes } = toConnection(
      { rows: [1, 2], cursors: ['a', 'b'], hasNextPage: false },
      (row) => {
        seen.push(row);
        return { row };
      },
    );
    expect([seen, edges.map(({ node }) => node)]).toEqual([[1, 2], nodes]);
  });
});
