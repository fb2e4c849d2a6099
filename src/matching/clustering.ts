import type { IdentifierKey } from '../identifier/index.js';
import type { LinkRule } from './decide-link.js';
import type { Tier } from './evidence.js';

/** What a set of descriptions comes to. Everything in it is in an order that depends on the set alone. */
export interface Clustering {
  /** The model and version that decided (model.ts). */
  readonly modelVersion: string;
  /** Each description is in exactly one. The cluster with the oldest description first. */
  readonly clusters: readonly Cluster[];
  readonly shared: readonly SharedKey[];
  readonly possibleMatches: readonly PossibleMatch[];
}

/** One merchant. */
export interface Cluster {
  /** Ids of its descriptions, the oldest first. */
  readonly members: readonly string[];
  /** One fewer than the members: the joins that made it, in the order they were made. */
  readonly links: readonly Link[];
}

/** One join of two parts of a cluster, by a description of each. */
export interface Link {
  readonly a: string;
  readonly b: string;
  /** What decided: a row of the decision table, or an analyst. */
  readonly rule: LinkRule | 'JUDGED_SAME';
  /** The keys that link which both descriptions hold; empty only where an analyst joined what holds none. */
  readonly keys: readonly IdentifierKey[];
}

/** A value that stopped merging. It is for a person to look at (product.md, rule 7). */
export interface SharedKey {
  readonly key: IdentifierKey;
  /** True when it stands on the analysts' list; false when it was found. */
  readonly listed: boolean;
  /** How many merchants nothing but the value united. */
  readonly strangers: number;
  /** Ids of the descriptions that hold it, the oldest first. */
  readonly holders: readonly string[];
}

/**
 * Why two clusters that have something in common were not joined.
 *
 * JUDGED_DIFFERENT: an analyst said so. NUMBER_CONFLICT: different exclusive identifiers. ELSE_DIFFERENT: one strong
 * value agrees, others differ. BRIDGE, OUTSIZE: the values would link, but one report alone ties the two, or they would be
 * too many (support.ts). AMBIGUOUS: it fits two clusters that do not fit each other. SHARED_VALUE: a shared value and a
 * name in common.
 */
export type ApartReason =
  | 'JUDGED_DIFFERENT'
  | 'NUMBER_CONFLICT'
  | 'ELSE_DIFFERENT'
  | 'BRIDGE'
  | 'OUTSIZE'
  | 'AMBIGUOUS'
  | 'SHARED_VALUE';

/** Two clusters that may be one merchant: for a person to decide. */
export interface PossibleMatch {
  /** The oldest description of each, the older of the two first. */
  readonly a: string;
  readonly b: string;
  readonly reason: ApartReason;
  readonly tier: Tier;
  /** Every key that both clusters hold. */
  readonly keys: readonly IdentifierKey[];
  /** `exclusiveWithin` of the identifiers that differ. */
  readonly conflicts: readonly string[];
  /** Facts that both state and differently. */
  readonly differing: readonly string[];
}
