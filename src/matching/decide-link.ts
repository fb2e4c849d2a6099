import { decideTier, type Decision, type DecisionRule } from './decide-tier.js';
import { bitsForLink, findObjection, type Objection } from './find-objection.js';
import { gatherEvidence, type Evidence, type IsShared } from './gather-evidence.js';
import { isLinkKey } from './link-keys.js';
import { MODEL_RARITY } from './model-rarity.js';
import type { MatchingModel } from './model/matching-model.js';
import { MATCHING_MODEL } from './model/model.js';
import { ownProfile } from './own-profile.js';
import type { Profile } from './profile.js';
import type { Rarity } from './score/rarity.js';
import { scorePair } from './score/score-pair.js';
import type { Side } from './side.js';

/** What decided: what agrees (decide-tier.ts), or what else the two state against it (find-objection.ts). */
export type LinkRule = DecisionRule | Objection;

/** A decision with what it stands on. */
export interface LinkDecision extends Omit<Decision, 'rule'> {
  readonly rule: LinkRule;
  readonly evidence: Evidence;
  /** What was held against the model's `matchBits` (bitsForLink); absent where the values alone decided. */
  readonly bits?: number;
}

/** What is learnt: the weights, and how rare words and values are. */
export interface Learnt {
  readonly model: MatchingModel;
  readonly rarity: Rarity;
}

const PRODUCT: Learnt = { model: MATCHING_MODEL, rarity: MODEL_RARITY };

/**
 * Decides whether two sides are one merchant: `links` is what resolution acts on, `tier` what screening answers.
 *
 * Something must agree that may link, and nothing forbid it; and unless that is a value of one merchant by its nature, all
 * that both sides state must speak for it as well: the score, the names, the places.
 *
 * Pure and symmetric. A field that one side lacks is neutral. The same decision is measured by `npm run bench:matching`
 * and sets `matchBits` in training.
 */
export function decideLink(
  a: Side,
  b: Side,
  isShared: IsShared,
  { model, rarity }: Learnt = PRODUCT,
): LinkDecision {
  const evidence = gatherEvidence(a, b, isShared);
  const decision = decideTier(evidence);
  if (!decision.links || decision.rule === 'UNIQUE_VALUE') return { ...decision, evidence };
  const profileOfSide = ({ identifiers, countries }: Side): Profile =>
    ownProfile(identifiers.values(), countries, ({ hash }) => isShared(hash));
  const { bars } = scorePair(profileOfSide(a), profileOfSide(b), rarity, model);
  const bits = bitsForLink(bars, evidence.agreements, decision.rule);
  const objection = bits < model.matchBits ? 'SCORE_TOO_LOW' : findObjection(bars, decision.rule);
  if (objection === undefined) return { ...decision, evidence, bits };
  return { rule: objection, tier: 'PROBABLE', links: false, evidence, bits };
}

/** How many values that may link the two sides have in common. */
export function linkKeysInCommon({ agreements }: Evidence): number {
  return agreements.filter(({ key, shared }) => !shared && isLinkKey(key)).length;
}
