import { LEFT_TO_THE_OTHER, tenSeedsFrom } from './ten-seeds.js';

describe('a simulated coalition', () => {
  it(...tenSeedsFrom(1));

  it('leaves no step of a life cycle to two tens of seeds', () => {
    const left = [...LEFT_TO_THE_OTHER.values()].flat();
    expect(new Set(left).size).toBe(left.length);
  });
});
