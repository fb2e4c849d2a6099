/** How one field of two descriptions agrees (product.md, Codes), best first. */
export const FIELD_EVIDENCE = ['EXACT', 'NORMALISED', 'PHONETIC', 'PARTIAL', 'CONFLICT', 'NONE'] as const;

/**
 * EXACT: as typed. NORMALISED: the same after normalising. PHONETIC: sounds the same. PARTIAL: a part agrees, such as
 * the registrable domain of two hosts. CONFLICT: both have a value and they cannot belong to one merchant. NONE: nothing
 * to compare, or nothing in common that would tell; never a mismatch by itself.
 */
export type FieldEvidence = (typeof FIELD_EVIDENCE)[number];

/** How well two descriptions agree as a whole, best first. A tier is a lead, not a verdict. */
export const TIERS = ['STRONG', 'PROBABLE', 'POSSIBLE', 'NONE'] as const;

export type Tier = (typeof TIERS)[number];
