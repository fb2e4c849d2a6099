import { decideTier, type Decision } from './decide-tier.js';
import { gatherEvidence, type Evidence, type IsShared } from './gather-evidence.js';
import { isLinkKey } from './link-keys.js';
import type { Side } from './side.js';

/** A decision with what it stands on. */
export interface LinkDecision extends Decision {
  readonly evidence: Evidence;
}

/**
 * Decides whether two sides are one merchant: `links` is what resolution acts on, `tier` what screening answers.
 *
 * Pure and symmetric. A field that one side lacks is neutral.
 */
export function decideLink(a: Side, b: Side, isShared: IsShared): LinkDecision {
  const evidence = gatherEvidence(a, b, isShared);
  return { ...decideTier(evidence), evidence };
}

/** How many values that may link the two sides have in common. */
export function linkKeysInCommon({ agreements }: Evidence): number {
  return agreements.filter(({ key, shared }) => !shared && isLinkKey(key)).length;
}
