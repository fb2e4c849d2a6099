import { checkMatchingSettings, DEFAULT_MATCHING_SETTINGS } from './model.js';

describe('checkMatchingSettings', () => {
  it.each([1, 3, 50])('accepts a limit of %d', (sharedLimit) => {
    expect(checkMatchingSettings({ ...DEFAULT_MATCHING_SETTINGS, sharedLimit })).toEqual([]);
  });

  it.each([0, 51, 2.5, NaN])('refuses a limit of %d and names the range', (sharedLimit) => {
    expect(checkMatchingSettings({ ...DEFAULT_MATCHING_SETTINGS, sharedLimit })).toEqual([
      { code: 'OUT_OF_RANGE', field: ['sharedLimit'], message: 'Give a whole number from 1 to 50.' },
    ]);
  });
});
