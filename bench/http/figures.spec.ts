import { compare, median, type Measurement, percentile } from './figures.js';

function measured(answersPerSecond: number, ...latenciesMs: readonly number[]): Measurement {
  return {
    answersPerSecond,
    latenciesMs,
    cpuMicros: 100 * latenciesMs.length,
    databaseMicros: 50 * latenciesMs.length,
    othersShare: 0.02,
  };
}

describe('the figures', () => {
  it('take the ratio within each round, and the median of the rounds', () => {
    const comparison = compare(16, [
      { floor: measured(1000, 1), service: measured(500, 4) },
      { floor: measured(2000, 2), service: measured(600, 5) },
      { floor: measured(1000, 3), service: measured(400, 6) },
    ]);
    expect(comparison).toEqual({
      connections: 16,
      floor: {
        answersPerSecond: [1000, 2000, 1000],
        median: 1000,
        latencyMs: { p50: 2, p95: 3, p99: 3 },
        cpuMicrosPerAnswer: 100,
        databaseMicrosPerAnswer: 50,
      },
      service: {
        answersPerSecond: [500, 600, 400],
        median: 500,
        latencyMs: { p50: 5, p95: 6, p99: 6 },
        cpuMicrosPerAnswer: 100,
        databaseMicrosPerAnswer: 50,
      },
      ratios: [0.5, 0.3, 0.4],
      ratioMedian: 0.4,
      ratioMin: 0.3,
      ratioMax: 0.5,
      othersShareMax: 0.02,
    });
  });

  it('have no processor time where the system does not tell it', () => {
    const unknown = { ...measured(1, 1), cpuMicros: null, databaseMicros: null, othersShare: null };
    const { floor, othersShareMax } = compare(1, [{ floor: unknown, service: measured(1, 1) }]);
    expect([floor.cpuMicrosPerAnswer, floor.databaseMicrosPerAnswer, othersShareMax]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('the median', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
    [[7], 7],
    [[], Number.NaN],
  ])('of %j is %d', (values, expected) => {
    expect(median(values)).toBe(expected);
  });
});

describe('a percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => index + 1);

  it.each([
    [hundred, 50, 50],
    [hundred, 99, 99],
    [hundred, 0, 1],
    [[5], 99, 5],
    [[], 50, Number.NaN],
  ])('is the nearest rank', (sorted, percent, expected) => {
    expect(percentile(sorted, percent)).toBe(expected);
  });
});
