import { normaliseSubject, type SubjectInput } from '../../../identifier/index.js';
import { profileOf, type Profile } from '../../profile.js';
import { rarityFromCounts } from '../../name/token-rarity.js';
import type { Rarity } from '../rarity.js';

/** The profile of a merchant as a report would describe it. */
export function aProfile(subject: SubjectInput): Profile {
  const result = normaliseSubject(subject);
  if (!result.ok) throw new Error(`The example is refused: ${JSON.stringify(result.refusals)}`);
  return profileOf(result.value.identifiers, result.value.country === null ? [] : [result.value.country]);
}

/** A register of a thousand names in which a few words are general, and no value is held by many. */
export const RARITY: Rarity = {
  token: rarityFromCounts(
    new Map([...['SHOP', 'STORE', 'RESTAURANT', 'TRADING', 'GROUP'].map((word) => [word, 60] as const)]),
    1000,
  ),
  holders: () => 1,
};

/** The same, but for values that so many merchants hold. */
export function rarityWithHolders(holders: number): Rarity {
  return { ...RARITY, holders: () => holders };
}
