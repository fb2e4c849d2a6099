import { MATCHING_MODEL, type Rarity } from '../../matching/index.js';
import type { CountedWords } from './counted-words.js';

/** The model's background counts like so many merchants: a register of fewer is mostly judged by it. */
export const BACKGROUND_MERCHANTS = 1_000;

/**
 * How rare words of names are by what was counted, with the model's general words behind it: a word that many merchants
 * hold weighs little, whether the model knows it or not; and one that the model holds to be general weighs more the larger
 * the register in which hardly anybody holds it. In an empty register the model alone decides.
 *
 * Of the holders one is taken off, for the merchant that is compared is among them. The weights are learnt with
 * this formula.
 */
export function wordRarity(
  { merchants, holders }: CountedWords,
  { tokens, unlistedBits } = MATCHING_MODEL.rarity,
): Rarity['token'] {
  const bitsOf = (backgroundBits: number, held: number): number => {
    const ofBackground = 2 ** -backgroundBits * BACKGROUND_MERCHANTS;
    return Math.log2((merchants + BACKGROUND_MERCHANTS) / (Math.max(0, held - 1) + ofBackground));
  };
  const words = new Set([...tokens.keys(), ...holders.keys()]);
  const known = new Map(
    Array.from(words, (word) => [word, bitsOf(tokens.get(word) ?? unlistedBits, holders.get(word) ?? 0)]),
  );
  const unknown = bitsOf(unlistedBits, 0);
  return (word) => known.get(word) ?? unknown;
}
