import { DEFAULT_MATCHING_SETTINGS } from '../model.js';
import type { TokenRarity } from '../name/token-rarity.js';

/** Values of which it matters how many merchants hold them. */
export type HeldKind = 'PHONE' | 'HOST' | 'EMAIL' | 'STREET' | 'IDENTIFIER';

/** How common what two sides agree on is. Learnt from the register itself, with the model's general words behind it. */
export interface Rarity {
  /** Bits of a word in names: -log2 of the share of names that hold it. */
  readonly token: TokenRarity;
  /**
   * How many unrelated merchants are known to hold the value; 0 or 1 where nothing is known, and Infinity for a value
   * that is known to be shared. `value` is the digits of a telephone number, a registrable domain, an e-mail address,
   * house number and street, or a key's hash.
   */
  readonly holders: (kind: HeldKind, value: string) => number;
}

/** More say no more: the value ties nobody together. */
const COMMON_BITS_MAX = 8;

/** How common a value is, in bits: 0 for one that a single merchant holds, 1 for two strangers, up to COMMON_BITS_MAX. */
export function commonness(rarity: Rarity, kind: HeldKind, value: string): number {
  const holders = rarity.holders(kind, value);
  return holders <= 1 ? 0 : Math.min(COMMON_BITS_MAX, Math.log2(holders));
}

/**
 * Whether so many unrelated merchants hold a value that it ties none of them together (identifiers.md, "Shared"). Where
 * the coalition has another limit than the default, `holders` gives Infinity for what is above it and 1 for what is not.
 */
export function isShared(rarity: Rarity, kind: HeldKind, value: string): boolean {
  return rarity.holders(kind, value) > DEFAULT_MATCHING_SETTINGS.sharedLimit;
}
