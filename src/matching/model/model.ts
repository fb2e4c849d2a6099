import { LEARNT_MODEL, LEARNT_WORDS } from './learnt-model.js';
import { unpackWords, type MatchingModel } from './matching-model.js';

/** The model that the product decides by: learnt by `npm run train:matching` and committed with the figures it reached. */
export const MATCHING_MODEL: MatchingModel = {
  ...LEARNT_MODEL,
  rarity: { unlistedBits: LEARNT_MODEL.unlistedBits, tokens: unpackWords(LEARNT_WORDS) },
};
