import { MATCHING_MODEL } from './model/model.js';
import type { Rarity } from './score/rarity.js';

/** How rare values are by the model alone: its general words, any other word as the rarest, and nothing of the register. */
export const MODEL_RARITY: Rarity = {
  token: (word) => MATCHING_MODEL.rarity.tokens.get(word) ?? MATCHING_MODEL.rarity.unlistedBits,
  holders: () => 0,
};
