import { DemoRandom, newEachTime } from './demo-random.js';

describe('numbers of the demo', () => {
  it('are those of mulberry32', () => {
    const random = new DemoRandom(1);
    expect([random.next(), random.next()].map((number) => Math.floor(number * 2 ** 32))).toEqual([
      2_693_262_067, 11_749_833,
    ]);
  });

  it('are the same for one seed and others for another', () => {
    const numbers = (seed: number): number[] => {
      const random = new DemoRandom(seed);
      return Array.from({ length: 20 }, () => random.whole(0, 999));
    };
    expect(numbers(5)).toEqual(numbers(5));
    expect(numbers(5)).not.toEqual(numbers(6));
  });

  it('reach both ends of a range, and nothing outside of it', () => {
    const random = new DemoRandom(2);
    const seen = new Set(Array.from({ length: 500 }, () => random.whole(-1, 2)));
    expect([...seen].sort((a, b) => a - b)).toEqual([-1, 0, 1, 2]);
  });

  it('choose in proportion to the weights', () => {
    const random = new DemoRandom(3);
    const chosen = Array.from({ length: 10_000 }, () =>
      random.weighted([
        ['rare', 1],
        ['common', 9],
      ] as const),
    );
    const share = chosen.filter((item) => item === 'rare').length / chosen.length;
    expect(share).toBeGreaterThan(0.09);
    expect(share).toBeLessThan(0.11);
  });

  it('pick some of a list in its order, each once', () => {
    const random = new DemoRandom(4);
    expect(random.some([1, 2, 3], 5)).toEqual([1, 2, 3]);
    const some = random.some([1, 2, 3, 4, 5], 2);
    expect(some).toEqual([...new Set(some)].sort((a, b) => a - b));
    expect(some).toHaveLength(2);
  });

  it('run out where a range has no more than was taken', () => {
    let made = 0;
    const next = newEachTime(() => String((made += 1) % 3));
    expect([next(), next(), next()].sort()).toEqual(['0', '1', '2']);
    expect(next).toThrow('an invented range has room');
  });
});
