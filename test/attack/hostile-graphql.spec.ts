import { hostileGraphql, HOSTILE_CASES } from '../../attack/graphql/hostile-graphql.js';
import { codeOf } from '../../attack/graphql/code-of.js';

describe('hostile requests', () => {
  it('are 300 and more, each under a name of its own', () => {
    expect(HOSTILE_CASES.length).toBeGreaterThanOrEqual(300);
    const names = HOSTILE_CASES.map(({ name }) => name);
    expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
  });

  it('get the answers named, and none of 5xx', async () => {
    const { figures, failures } = await hostileGraphql.run({ count: 2, seed: 1, tell: () => undefined });
    console.log('hostile GraphQL', figures);
    expect(failures).toEqual([]);
  }, 300_000);
});

describe('the code of an answer', () => {
  it.each([
    ['{"data":{"viewer":{}}}', 'OK'],
    ['{"data":null,"errors":[{"extensions":{"code":"A"}}]}', 'A'],
    ['{"data":{"x":{"userErrors":[{"code":"B"}]}}}', 'B'],
    ['{"data":{"x":{"screenings":[{"refusals":[{"code":"C"}]}]}}}', 'C'],
    ['{"error":"invalid_request"}', 'invalid_request'],
    ['{"error":{"code":"D"}}', 'D'],
    ['{"error":"Bad Request","statusCode":400}', '-'],
    ['nothing', '-'],
  ])('%s is %s', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });
});
