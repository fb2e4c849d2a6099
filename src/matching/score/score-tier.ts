import type { Tier } from '../evidence.js';
import { MATCHING_MODEL } from '../model/model.js';
import { compareNames, NEAR_NAME_LEVELS } from '../name/compare-names.js';
import type { Profile } from '../profile.js';
import { isOfName } from './name-fields.js';
import type { Rarity } from './rarity.js';
import type { PairScore } from './score-pair.js';
import type { Bar } from './weigh-findings.js';

/** What one fact beside the name must say to stand beside it: one stranger in 16 agrees in it. */
const SUPPORT_BITS_MIN = 4;
/** Where a country agrees, it hardly says more than that both are on earth. */
const NO_SUPPORT = 'COUNTRY';

/** A near name of words that one name in 256 holds is a lead; one of general words alone is none. */
const NEAR_NAME_BITS_MIN = 8;

/**
 * The tier of a scored candidate. POSSIBLE from the review threshold of the model on, and where a rare name is near and
 * nothing else speaks against it: who asks by a name alone cannot reach more. PROBABLE from the review threshold on where
 * the name is near and something else speaks for it, such as an address or a person. A score never makes more: names do
 * not identify (identifiers.md, "Strength").
 */
export function scoreTier(
  { bits, bars }: Pick<PairScore, 'bits' | 'bars'>,
  asked: Profile,
  other: Profile,
  rarity: Rarity,
): Tier {
  if (bits < MATCHING_MODEL.reviewBits)
    return isNothingAgainst(bars) && haveNearName(bars, asked, other, rarity) ? 'POSSIBLE' : 'NONE';
  const isSupported = bars.some(
    (bar) => bar.bits >= SUPPORT_BITS_MIN && bar.field !== NO_SUPPORT && !isOfName(bar.field),
  );
  return isSupported && isNameNear(bars) ? 'PROBABLE' : 'POSSIBLE';
}

function isNothingAgainst(bars: readonly Bar[]): boolean {
  return bars.reduce((sum, { field, bits }) => (isOfName(field) ? sum : sum + bits), 0) >= 0;
}

function isNameNear(bars: readonly Bar[]): boolean {
  return bars.some(({ field, level }) => field === 'NAME' && NEAR_NAME_LEVELS.has(level));
}

function haveNearName(bars: readonly Bar[], asked: Profile, other: Profile, { token }: Rarity): boolean {
  if (!isNameNear(bars)) return false;
  return asked.names.some((one) =>
    other.names.some((name) => {
      const { level, agreeingBits, spellingCostBits } = compareNames(one.form, name.form, token);
      return NEAR_NAME_LEVELS.has(level) && agreeingBits - spellingCostBits >= NEAR_NAME_BITS_MIN;
    }),
  );
}
