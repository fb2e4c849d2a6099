import { grantedPoints, leasePoints } from './lease.js';

const LIMIT = 10_000;

/** Instances that spend one by one from one counter, in turn, until none gets any more. */
function spent(instances: number): { readonly total: number; readonly draws: number } {
  let [counter, total, draws] = [0, 0, 0];
  const held = Array.from({ length: instances }, () => 0);
  const seen = Array.from({ length: instances }, () => 0);
  const isOut = Array.from({ length: instances }, () => false);
  for (let turn = 0; isOut.includes(false); turn += 1) {
    const place = turn % instances;
    if (isOut[place] === true) continue;
    if (held[place] === 0) {
      const points = leasePoints(LIMIT, LIMIT - (seen[place] ?? 0), 1);
      counter += points;
      draws += 1;
      seen[place] = counter;
      held[place] = grantedPoints(LIMIT, points, counter);
    }
    if (held[place] === 0) isOut[place] = true;
    else {
      held[place] = (held[place] ?? 0) - 1;
      total += 1;
    }
  }
  return { total, draws };
}

describe('a lease', () => {
  it.each([1, 2, 5])(
    'lets %d instances spend the limit together, to the last point and no further',
    (instances) => {
      expect(spent(instances).total).toBe(LIMIT);
    },
  );

  it('is drawn seldom', () => {
    expect(spent(1).draws).toBeLessThan(110);
  });

  it.each([
    ['a twentieth of what is left', 10_000, 1, 500],
    ['less when less is left', 2_000, 1, 100],
    ['but a 200th of the limit', 100, 1, 50],
    ['and what the request needs', 10_000, 900, 900],
  ])('is %s', (_name, left, needed, expected) => {
    expect(leasePoints(LIMIT, left, needed)).toBe(expected);
  });

  it.each([
    ['whole within the limit', 500, 1_500, 500],
    ['in part where the limit is reached', 500, 10_200, 300],
    ['not at all behind it', 500, 10_500, 0],
    ['not at all far behind it', 500, 30_000, 0],
  ])('is granted %s', (_name, drawn, counterAfter, expected) => {
    expect(grantedPoints(LIMIT, drawn, counterAfter)).toBe(expected);
  });
});
