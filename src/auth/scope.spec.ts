import { grantedScopes } from './scope.js';

const held = ['report:submit', 'screening:run'];

describe('grantedScopes', () => {
  it.each([
    ['all where none is asked for', undefined, held],
    ['those asked for', 'screening:run', ['screening:run']],
    ["in the client's order, once", 'screening:run  report:submit screening:run', held],
    ['none where an empty list is asked for', ' ', []],
  ])('gives %s', (_name, requested, expected) => {
    expect(grantedScopes(requested, held)).toEqual(expected);
  });

  it.each(['indicator:read', 'screening:run indicator:read', 'SCREENING:RUN', '*'])(
    'refuses %p',
    (requested) => {
      expect(() => grantedScopes(requested, held)).toThrow(/invalid_scope/);
    },
  );
});
