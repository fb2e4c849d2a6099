import { repeatedHeader } from './repeated-header.js';

describe('repeatedHeader', () => {
  it.each([
    [['Host', 'a', 'host', 'a'], 'host'],
    [['host', 'a', 'Authorization', 'Bearer a', 'x', 'y', 'AUTHORIZATION', 'Bearer b'], 'authorization'],
    [['content-type', 'application/json', 'Content-Type', 'text/plain'], 'content-type'],
    [['DPoP', 'a', 'dpop', 'b'], 'dpop'],
    [['host', 'a', 'accept', 'b', 'accept', 'c', 'etag', 'host', 'etag', 'host'], undefined],
    [[], undefined],
  ])('of %j is %s', (rawHeaders, name) => {
    expect(repeatedHeader(rawHeaders)).toBe(name);
  });
});
