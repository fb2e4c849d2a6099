import { BITS_STEP, levelsOf, type FieldGroup, type MatchingModel } from '../model/matching-model.js';
import type { Finding } from './finding.js';

/** One bar of the explanation: the log2 likelihood ratio of one field, as it counts. */
export interface Bar {
  readonly field: string;
  readonly level: string;
  /** A whole multiple of BITS_STEP. */
  readonly bits: number;
  /** What it would weigh, did no other field repeat its fact: no less than `bits` where it speaks for a match. */
  readonly bitsAlone: number;
}

/** What a finding weighs by itself, in bits: a whole multiple of BITS_STEP. A level that the model has not weighs 0. */
export function weighFinding({ field, level, amount }: Finding, model: MatchingModel): number {
  const weight = levelsOf(model.fields, field)?.[level];
  if (weight === undefined) return 0;
  return onGrid(weight.bits + (weight.perBit ?? 0) * amount);
}

/** The nearest whole multiple of BITS_STEP. */
export function onGrid(bits: number): number {
  const steps = Math.round(bits / BITS_STEP);
  return steps === 0 ? 0 : steps * BITS_STEP;
}

/**
 * The bars of all findings, each at most one a field. Where fields that repeat one fact speak for a match by more than
 * their group may, the weakest of them give way, so that the bars still add up to the score.
 */
export function weighFindings(findings: readonly Finding[], model: MatchingModel): readonly Bar[] {
  const bars = findings.map((finding) => {
    const bits = weighFinding(finding, model);
    return { field: finding.field, level: finding.level, bits, bitsAlone: bits };
  });
  for (const group of model.groups) capGroup(bars, group);
  return bars;
}

function capGroup(bars: { field: string; bits: number }[], { fields, bitsMax }: FieldGroup): void {
  const repeating = bars.filter(({ field, bits }) => bits > 0 && fields.includes(field));
  let excess = repeating.reduce((sum, { bits }) => sum + bits, 0) - bitsMax;
  if (excess <= 0) return;
  repeating.sort((a, b) => a.bits - b.bits || (a.field < b.field ? -1 : 1));
  for (const bar of repeating) {
    const given = Math.min(bar.bits, excess);
    bar.bits -= given;
    excess -= given;
  }
}
