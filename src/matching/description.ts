import type { NormalisedIdentifier } from '../identifier/index.js';

/**
 * What matching needs to know of one identifier. Every NormalisedIdentifier is one. Where it has no `parts`, the value
 * stands in for them.
 */
export type DescribedIdentifier = Pick<
  NormalisedIdentifier,
  'type' | 'scope' | 'value' | 'keys' | 'exclusiveWithin'
> &
  Partial<Pick<NormalisedIdentifier, 'parts'>>;

/** What one report, in its present version, says of a merchant. */
export interface Description {
  /** The report's id, unique among the descriptions given. */
  readonly id: string;
  /** When the report came, ISO 8601 in UTC. The older of two equals comes first wherever an order is needed. */
  readonly receivedAt: string;
  /** The member that reported; without it the description counts as a reporter of its own. */
  readonly reporterId?: string;
  readonly identifiers: readonly DescribedIdentifier[];
}

/**
 * What an analyst decided about two descriptions. It is the truth: SAME joins them against any rule, DIFFERENT keeps them
 * out of one cluster, in however many steps they would have come together. UNSURE changes nothing.
 */
export interface Judgement {
  readonly a: string;
  readonly b: string;
  readonly verdict: 'SAME' | 'DIFFERENT' | 'UNSURE';
}
