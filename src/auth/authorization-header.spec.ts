import { readPresentedToken } from './authorization-header.js';

describe('readPresentedToken', () => {
  it.each<[string, string[], unknown]>([
    [
      'a bearer token',
      ['Authorization', 'Bearer abc.def-_~+/=='],
      { scheme: 'Bearer', token: 'abc.def-_~+/==' },
    ],
    ['a bound token', ['authorization', 'DPoP abc'], { scheme: 'DPoP', token: 'abc' }],
    ['a scheme in any letters', ['AUTHORIZATION', 'bEARER abc'], { scheme: 'Bearer', token: 'abc' }],
    [
      'the header among others',
      ['host', 'a', 'authorization', 'dpop abc', 'x', 'y'],
      { scheme: 'DPoP', token: 'abc' },
    ],
    ['nothing without the header', ['host', 'authorization'], undefined],
    ['nothing of a value that is a name', ['x', 'authorization', 'y', 'Bearer abc'], undefined],
    ['nothing of two headers', ['authorization', 'Bearer abc', 'Authorization', 'Bearer abc'], undefined],
    ['nothing of two tokens', ['authorization', 'Bearer abc Bearer def'], undefined],
    ['nothing of another scheme', ['authorization', 'Basic abc'], undefined],
    ['nothing of no token', ['authorization', 'Bearer '], undefined],
    ['nothing of a name without its value', ['authorization'], undefined],
  ])('reads %s', (_name, rawHeaders, expected) => {
    expect(readPresentedToken(rawHeaders)).toEqual(expected);
  });
});
