import { auditedParts } from './audited-parts.js';

describe('auditedParts', () => {
  it.each([
    [0, [0]],
    [1, [1]],
    [100, [100]],
    [101, [100, 1]],
    [250, [100, 100, 50]],
  ])('puts %i objects into entries of %j', (count, sizes) => {
    const objects = Array.from({ length: count }, (_, index) => index);
    const parts = auditedParts(objects);

    expect(parts.map((part) => part.length)).toEqual(sizes);
    expect(parts.flat()).toEqual(objects);
  });
});
