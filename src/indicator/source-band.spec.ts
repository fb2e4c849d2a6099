import { sourceBand, type SourceBand } from './source-band.js';

describe('the band of a count of sources', () => {
  it.each<[number, SourceBand]>([
    [1, 'UNDER_THREE'],
    [2, 'UNDER_THREE'],
    [3, 'THREE_TO_NINE'],
    [9, 'THREE_TO_NINE'],
    [10, 'TEN_OR_MORE'],
    [1_000, 'TEN_OR_MORE'],
  ])('of %i is %s', (count, band) => {
    expect(sourceBand(count)).toBe(band);
  });
});
