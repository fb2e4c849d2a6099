import { clusterByAgreement, type ScoredLink } from './cluster-by-agreement.js';

/** Bits of pairs `a-b`; others have `otherwise`. */
function rulesOf(bits: Readonly<Record<string, number>>, otherwise = -8) {
  const bitsOf = (a: number, b: number): number => bits[`${Math.min(a, b)}-${Math.max(a, b)}`] ?? otherwise;
  const meanOf = (a: readonly number[], b: readonly number[]): number => {
    const all = a.flatMap((one) => b.map((other) => bitsOf(one, other)));
    return all.reduce((sum, each) => sum + each, 0) / all.length;
  };
  return { joinBits: 0, bitsOf, wholeBitsOf: meanOf };
}

function linksOf(...pairs: readonly (readonly [number, number])[]): ScoredLink[] {
  return pairs.map(([a, b]) => ({ a, b }));
}

describe('clusterByAgreement', () => {
  it('leaves alone what nothing links', () => {
    expect(clusterByAgreement(3, [], rulesOf({}))).toEqual([[0], [1], [2]]);
  });

  it('joins what agrees', () => {
    const bits = { '0-1': 6, '0-2': 5, '1-2': 7 };
    expect(clusterByAgreement(3, linksOf([0, 1], [1, 2], [0, 2]), rulesOf(bits))).toEqual([[0, 1, 2]]);
  });

  it('does not chain: a bridge goes with the end that it agrees with more', () => {
    const bits = { '0-1': 6, '1-2': 3 };
    expect(clusterByAgreement(3, linksOf([0, 1], [1, 2]), rulesOf(bits))).toEqual([[0, 1], [2]]);
  });

  it('does not join two clusters over one pair between them', () => {
    const bits = { '0-1': 9, '2-3': 9, '1-2': 9 };
    const clusters = clusterByAgreement(4, linksOf([0, 1], [2, 3], [1, 2]), rulesOf(bits));
    expect(clusters).toHaveLength(2);
    expect(clusters.map(({ length }) => length)).toEqual([2, 2]);
  });

  it('takes one in that agrees with most of a cluster and differs from one of it', () => {
    const bits = { '0-1': 9, '0-2': 9, '1-2': 9, '0-3': 6, '1-3': 6, '2-3': -11 };
    expect(clusterByAgreement(4, linksOf([0, 1], [0, 2], [1, 2], [0, 3], [1, 3]), rulesOf(bits))).toEqual([
      [0, 1, 2, 3],
    ]);
  });

  it('never joins over a veto, however well all others agree', () => {
    const bits = { '0-1': 9, '0-2': 9, '1-2': Number.NEGATIVE_INFINITY };
    expect(clusterByAgreement(3, linksOf([0, 1], [0, 2]), rulesOf(bits))).toEqual([[0, 1], [2]]);
  });

  it('does not depend on the order of the links', () => {
    const bits = { '0-1': 4, '1-2': 4, '0-2': 1, '2-3': 4, '3-4': 9 };
    const links = linksOf([0, 1], [1, 2], [0, 2], [2, 3], [3, 4]);
    const there = clusterByAgreement(5, links, rulesOf(bits));
    expect(clusterByAgreement(5, [...links].reverse(), rulesOf(bits))).toEqual(there);
  });
});
