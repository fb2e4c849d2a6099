/**
 * How well one threshold tells two sets of times apart: the chance that a time of the one is longer than a time of the
 * other, ties for half. 0.5: not at all; 0 and 1: without error. The area under the ROC curve, by ranks (Mann and Whitney).
 */
export function areaUnderCurve(ones: readonly number[], others: readonly number[]): number {
  const ranked = [
    ...ones.map((value) => ({ value, isOne: true })),
    ...others.map((value) => ({ value, isOne: false })),
  ].sort((a, b) => a.value - b.value);
  let rankSum = 0;
  for (let start = 0; start < ranked.length;) {
    let end = start;
    while (end < ranked.length && ranked[end]?.value === ranked[start]?.value) end += 1;
    // Equal values share the mean of their ranks, which count from 1.
    const rank = (start + 1 + end) / 2;
    rankSum += rank * ranked.slice(start, end).filter(({ isOne }) => isOne).length;
    start = end;
  }
  return (rankSum - (ones.length * (ones.length + 1)) / 2) / (ones.length * others.length);
}

/** The same whichever of the two is the slower: 0.5 to 1. */
export function tellingApart(ones: readonly number[], others: readonly number[]): number {
  const area = areaUnderCurve(ones, others);
  return Math.max(area, 1 - area);
}
