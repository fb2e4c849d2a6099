import type { IdentifierKey } from '../../identifier/index.js';

/** What the engine stored with a possible match. What an older model did not store is left out. */
export interface MatchEvidence {
  readonly bars?: readonly StoredBar[];
  /** Values that both merchants hold. */
  readonly keys?: readonly IdentifierKey[];
  /** `exclusiveWithin` of the identifiers that differ and of which a merchant has one, such as `COMPANY_REG_NO|GB`. */
  readonly conflicts?: readonly string[];
  /** Facts that both state and differently, such as `PHONE`. */
  readonly differing?: readonly string[];
}

/** One bar of the explanation: log2 likelihood ratio of one field, above 0 for one merchant and below for two. */
export interface StoredBar {
  readonly field: string;
  readonly level: string;
  readonly bits: number;
}
