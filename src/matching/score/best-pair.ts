import type { MatchingModel } from '../model/matching-model.js';
import type { Finding } from './finding.js';
import { weighFinding } from './weigh-findings.js';

/** Of a side with more values than this in one field, the rest is not compared: a cluster of many reports. */
const VALUES_MAX = 16;

/** The finding of the two values that agree best, by the model's weights; none where a side has no value. */
export function bestOf<Value>(
  a: readonly Value[],
  b: readonly Value[],
  compare: (one: Value, other: Value) => Finding | undefined,
  model: MatchingModel,
): readonly Finding[] {
  return bestSetOf(
    a,
    b,
    (one, other) => {
      const finding = compare(one, other);
      return finding === undefined ? [] : [finding];
    },
    model,
  );
}

/** As bestOf, for values that make several findings: those of the pair that weighs most together. */
export function bestSetOf<Value>(
  a: readonly Value[],
  b: readonly Value[],
  compare: (one: Value, other: Value) => readonly Finding[],
  model: MatchingModel,
): readonly Finding[] {
  let best: readonly Finding[] = [];
  let bestBits = Number.NEGATIVE_INFINITY;
  const [countA, countB] = [Math.min(a.length, VALUES_MAX), Math.min(b.length, VALUES_MAX)];
  for (let i = 0; i < countA; i += 1) {
    for (let j = 0; j < countB; j += 1) {
      const [one, other] = [a[i], b[j]];
      if (one === undefined || other === undefined) continue;
      const findings = compare(one, other);
      if (findings.length === 0) continue;
      const bits = findings.reduce((sum, finding) => sum + weighFinding(finding, model), 0);
      if (bits > bestBits || (bits === bestBits && isBefore(findings, best))) {
        best = findings;
        bestBits = bits;
      }
    }
  }
  return best;
}

/** Between pairs that weigh the same, the order of the values must not decide, nor which side comes first. */
function isBefore(findings: readonly Finding[], others: readonly Finding[]): boolean {
  return nameOf(findings) < nameOf(others);
}

function nameOf(findings: readonly Finding[]): string {
  return findings.map(({ field, level, amount }) => `${field} ${level} ${amount}`).join('|');
}
