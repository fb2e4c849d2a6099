import { RequestRefusal } from './graphql-error.js';
import { GRAPHQL_RESPONSE_TYPE, JSON_TYPE, negotiate, requireJson } from './media-type.js';

describe('negotiate', () => {
  it.each([
    [undefined, JSON_TYPE],
    ['*/*', JSON_TYPE],
    ['application/*', JSON_TYPE],
    [GRAPHQL_RESPONSE_TYPE, GRAPHQL_RESPONSE_TYPE],
    [`${GRAPHQL_RESPONSE_TYPE}; charset=utf-8, ${JSON_TYPE}; charset=utf-8`, GRAPHQL_RESPONSE_TYPE],
    [`${JSON_TYPE}, ${GRAPHQL_RESPONSE_TYPE}`, JSON_TYPE],
    [`${JSON_TYPE};q=0.8, ${GRAPHQL_RESPONSE_TYPE};q=0.9`, GRAPHQL_RESPONSE_TYPE],
    [`${GRAPHQL_RESPONSE_TYPE};q=0, */*;q=0.1`, JSON_TYPE],
    ['Application/JSON', JSON_TYPE],
  ])('%s: %s', (accept, type) => {
    expect(negotiate(accept)).toBe(type);
  });

  it.each(['text/html', `${JSON_TYPE};q=0`, '', `${JSON_TYPE};q=nonsense`])('refuses "%s"', (accept) => {
    expect(() => negotiate(accept)).toThrow(RequestRefusal);
  });
});

describe('requireJson', () => {
  it.each(['application/json', 'application/json; charset=utf-8', 'Application/JSON;charset="UTF-8"'])(
    'takes %s',
    (contentType) => {
      expect(() => {
        requireJson(contentType);
      }).not.toThrow();
    },
  );

  it.each([
    undefined,
    '',
    'text/plain',
    'application/json; charset=latin1',
    'application/json+x',
    'text/json',
  ])('refuses %s', (contentType) => {
    expect(() => {
      requireJson(contentType);
    }).toThrow(RequestRefusal);
  });
});
