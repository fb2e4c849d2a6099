import { MATCHING_MODEL } from '../model/model.js';
import type { MatchingModel } from '../model/matching-model.js';
import type { Profile } from '../profile.js';
import { gatherFindings } from './gather-findings.js';
import type { Rarity } from './rarity.js';
import { weighFindings, type Bar } from './weigh-findings.js';

/** How two sides compare as a whole, with the reasons. */
export interface PairScore {
  readonly modelVersion: string;
  /** The sum of the bars, exactly: a log2 likelihood ratio. 0: nothing follows, either way. */
  readonly bits: number;
  readonly bars: readonly Bar[];
}

/**
 * Scores two sides: how much likelier what they show is if they are one merchant than if they are two, in bits. What one
 * of them lacks is neutral. Every weight is a whole multiple of BITS_STEP, so the bars add up to the score exactly.
 *
 * Pure and symmetric. Source: Fellegi and Sunter 1969, section 2; weights from model/.
 */
export function scorePair(
  a: Profile,
  b: Profile,
  rarity: Rarity,
  model: MatchingModel = MATCHING_MODEL,
): PairScore {
  const bars = weighFindings(gatherFindings(a, b, rarity, model), model);
  let bits = 0;
  for (const bar of bars) bits += bar.bits;
  return { modelVersion: model.version, bits, bars };
}
