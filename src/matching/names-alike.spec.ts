import fc from 'fast-check';

import { namesAlike } from './names-alike.js';

describe('namesAlike', () => {
  it.each([
    ['NOMUIMPORTS', 'NOMUIMPORTS', true],
    ['NOMUIMPORTS', 'NOMUIMPROTS', true],
    ['NOMUIMPORTS', 'NOMUMPORTS', true],
    ['NOMUIMPORTS', 'NOMUAIMPORTSA', true],
    ['NOMUIMPORTS', 'NAMAIMPARTS', false],
    ['SOFAS', 'SOFA', false],
    ['SOFABED', 'SOFABAD', true],
    ['SOFABED', 'SOFBAD', false],
    ['', 'A', false],
  ])('%s and %s: %s', (a, b, alike) => {
    expect(namesAlike(a, b)).toBe(alike);
    expect(namesAlike(b, a)).toBe(alike);
  });

  it('is symmetric, and every name is like itself', () => {
    const name = fc.string({ unit: fc.constantFrom('A', 'B', 'C'), maxLength: 12 });
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(namesAlike(a, b)).toBe(namesAlike(b, a));
        expect(namesAlike(a, a)).toBe(true);
      }),
    );
  });
});
