import type { FieldGroup } from '../../src/matching/model/matching-model.js';
import type { FeatureSpace, TrainingPair } from './feature-space.js';
import type { FitRules } from './fit-weights.js';
import { AGAINST_LEVELS, FIELD_PLANS, FOR_LEVELS } from './prior-weights.js';

/** Loss of one bit away from the anchor, for a weight that all pairs have; rarer ones are drawn as strongly. */
const PULL = 0.000001;
const STEPS = 500;
/** Amounts whose weight says how much a thing counts against a match, and never for it. */
const AGAINST = /_(?:SPELLING|OTHER_WORDS|MORE_WORDS)$/;

/** The rules of fitting for the weights of a space: anchored at `anchor`, with the order and signs of the field plans. */
export function fitRules(
  space: FeatureSpace,
  anchor: Float64Array,
  groups: readonly FieldGroup[],
  pairs: readonly TrainingPair[],
): FitRules {
  const sign = new Int8Array(space.size);
  const pull = new Float64Array(space.size).fill(PULL);
  const byName = new Map<string, number>();
  for (let number = 0; number < space.size; number += 1) {
    const { field, level, isPerBit } = space.nameOf(number);
    byName.set(`${field} ${level} ${isPerBit}`, number);
    if (!isPerBit) sign[number] = FOR_LEVELS.has(level) ? 1 : AGAINST_LEVELS.has(level) ? -1 : 0;
    else {
      const prior = FIELD_PLANS[field]?.levels[level]?.perBit ?? 0;
      sign[number] = AGAINST.test(field) || prior < 0 ? -1 : 1;
      pull[number] = PULL * 10;
    }
  }
  const ordered = Object.entries(FIELD_PLANS).flatMap(([field, plan]) => {
    const order = plan.ordered?.flatMap((level) => byName.get(`${field} ${level} false`) ?? []) ?? [];
    return order.length > 1 ? [order] : [];
  });
  return {
    anchor,
    pull,
    sign,
    ordered,
    groups: groups.map(({ fields, bitsMax }) => ({
      bitsMax,
      members: Uint8Array.from({ length: space.size }, (_, number) =>
        fields.includes(space.nameOf(number).field) ? 1 : 0,
      ),
    })),
    steps: pairs.length > 0 ? STEPS : 0,
  };
}
