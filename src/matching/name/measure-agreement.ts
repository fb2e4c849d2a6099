import { writtenCostBits, type WrittenName } from './compare-written.js';
import { compareNative } from './native-script.js';

/** What is compared of a whole name besides its words. */
export interface WholeName extends WrittenName {
  /** As typed, in capitals, where it was not typed in Latin script. */
  readonly native: string | undefined;
}

/** How much of two names agrees and differs. All bits are of rarity, 0 or more. */
export interface Agreement {
  /** Rarity of the words that agree, what their differences cost not taken off. */
  readonly agreeingBits: number;
  /** What the differences of agreeing words take away. */
  readonly spellingCostBits: number;
  /** Rarity of the words left over on both sides, the lesser: they contradict each other. */
  readonly conflictingBits: number;
  /** What is left over on one side beyond that: words that the other name does without. */
  readonly extraBits: number;
}

/** EXACT: letter by letter, spaces aside. NEAR: but for a letter. WORDS: only their words tell. */
export type AsWritten = 'EXACT' | 'NEAR' | 'WORDS';

/** An alignment summed up: rarity and cost of what agrees, rarity of what is left over of either name. */
export interface AlignedBits {
  readonly agreeingBits: number;
  readonly costBits: number;
  readonly leftBits: readonly [number, number];
  /** Whether numbers are left over: a digit is not a letter that one may err in. */
  readonly hasOtherNumbers: boolean;
}

/**
 * How much of two names agrees and differs. Names that are the same as written, or nearly so, agree as a whole, however
 * their words were set apart; what their own script tells apart is taken away.
 */
export function measureAgreement(
  a: WholeName,
  b: WholeName,
  { agreeingBits, costBits, leftBits, hasOtherNumbers }: AlignedBits,
): { readonly asWritten: AsWritten; readonly agreement: Agreement } {
  const native = compareNative(a.native, b.native)?.costBits ?? 0;
  const lesser = Math.min(...leftBits);
  const greater = Math.max(...leftBits);
  if (a.compact === b.compact) {
    const agreement = {
      agreeingBits: agreeingBits + greater,
      spellingCostBits: native,
      conflictingBits: 0,
      extraBits: 0,
    };
    return { asWritten: native === 0 ? 'EXACT' : 'NEAR', agreement };
  }
  if (!hasOtherNumbers && (greater > 0 || costBits > 0)) {
    const written = writtenCostBits(a, b);
    if (written !== undefined && (greater > 0 || written < costBits)) {
      const spellingCostBits = Math.max(written, native);
      const agreement = {
        agreeingBits: agreeingBits + greater,
        spellingCostBits,
        conflictingBits: 0,
        extraBits: 0,
      };
      return { asWritten: 'NEAR', agreement };
    }
  }
  const agreement = {
    agreeingBits,
    spellingCostBits: Math.max(costBits, native),
    conflictingBits: lesser,
    extraBits: greater - lesser,
  };
  return { asWritten: 'WORDS', agreement };
}
