import { tenSeedsFrom } from './ten-seeds.js';

describe('a simulated coalition', () => {
  it(...tenSeedsFrom(1));
});
