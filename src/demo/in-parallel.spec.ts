import { inParallel } from './in-parallel.js';

describe('inParallel', () => {
  it('does everything once, and never more at a time than it may', async () => {
    const done: number[] = [];
    let atWork = 0;
    let most = 0;
    await inParallel([1, 2, 3, 4, 5], 2, async (item) => {
      most = Math.max(most, (atWork += 1));
      await Promise.resolve();
      atWork -= 1;
      done.push(item);
    });
    expect(done.sort()).toEqual([1, 2, 3, 4, 5]);
    expect(most).toBe(2);
  });

  it('begins nothing new after an error', async () => {
    const begun: number[] = [];
    const work = (item: number): Promise<void> => {
      begun.push(item);
      return item === 2 ? Promise.reject(new Error('no')) : Promise.resolve();
    };
    await expect(inParallel([1, 2, 3, 4, 5, 6, 7, 8], 2, work)).rejects.toThrow('no');
    expect(begun).toEqual([1, 2, 3]);
  });
});
