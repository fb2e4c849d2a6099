import { sourceBand, type SourceBand } from './source-band.js';

describe('the band of a count of independent members', () => {
  it.each<[number, SourceBand]>([
    [1, 'UNDER_THREE'],
    [2, 'UNDER_THREE'],
    [3, 'UNDER_THREE'],
    [4, 'THREE_TO_NINE'],
    [10, 'THREE_TO_NINE'],
    [11, 'TEN_OR_MORE'],
    [1_000, 'TEN_OR_MORE'],
  ])('of %i is %s', (count, band) => {
    expect(sourceBand(count)).toBe(band);
  });

  it('tells three only where there are three besides whoever reads', () => {
    for (let members = 1; members <= 20; members += 1)
      for (const others of [members, members - 1])
        if (sourceBand(members) !== 'UNDER_THREE') expect(others).toBeGreaterThanOrEqual(3);
  });
});
