import { assert } from '../common/assert.js';
import type { Link } from './clustering.js';
import { decideLink, linkKeysInCommon, type LinkDecision } from './decide-link.js';
import type { IsShared } from './gather-evidence.js';
import type { Group, Groups } from './group.js';
import { at, byKindAndHash, byStrength, type HeldKey, type KeyIndex } from './key-index.js';
import { unsupported } from './support.js';

/**
 * A group is compared with so many others at most that hold the key and do not fit each other; beyond it the rest stays
 * apart. A value that so many merchants hold against each other ties nobody, and the work stays bounded.
 */
const PLACES_COMPARED_MAX = 100;

interface Joining {
  readonly index: KeyIndex;
  readonly groups: Groups;
  readonly isShared: IsShared;
}

/** A group that another may join, and why. */
interface Option {
  readonly group: Group;
  readonly decision: LinkDecision;
  readonly keysInCommon: number;
}

/**
 * Joins what the analysts judged the same, against any veto but their own DIFFERENT. Pairs that such a judgement keeps
 * apart, directly or by way of others, are returned: somebody has to look at them again.
 */
export function joinJudged(
  pairs: readonly (readonly [number, number])[],
  joining: Joining,
): (readonly [number, number])[] {
  const { groups } = joining;
  const refused: (readonly [number, number])[] = [];
  for (const pair of pairs) {
    const [a, b] = [groups.of(pair[0]), groups.of(pair[1])];
    if (a === b) continue;
    if (groups.areFoes(a, b)) refused.push(pair);
    else groups.join(a, b, linkOf(pair[0], pair[1], 'JUDGED_SAME', joining));
  }
  return refused;
}

/**
 * Joins groups by the keys that stand, the strongest and narrowest first, until no key joins any more.
 *
 * A cluster must agree as a whole (decideLink), so nothing chains past a veto. Where groups that hold a key do not fit
 * each other, those that tell most about themselves (exclusive numbers, then keys) take their places first, and each
 * further one goes to the place with which it has most keys in common. Those that fit two places equally well stay with
 * one another, apart from both.
 */
export function joinByKeys(standing: Iterable<HeldKey>, joining: Joining): void {
  const keys = [...standing].filter(({ holders }) => holders.length > 1).sort(byStrength);
  for (let joined = true; joined;) {
    joined = false;
    for (const held of keys) if (joinHolders(held, joining)) joined = true;
  }
}

function joinHolders(held: HeldKey, joining: Joining): boolean {
  const { groups } = joining;
  const ahead = groups.ofAll(held.holders);
  if (ahead.length < 2) return false;
  ahead.sort((a, b) => tellingOf(b) - tellingOf(a) || a.first - b.first);
  let joined = false;
  const places: Group[] = [];
  let undecided: Group | undefined;
  for (const group of ahead) {
    const [best, next] = optionsOf(group, places.slice(0, PLACES_COMPARED_MAX), joining);
    const fitsTwo = best !== undefined && best.keysInCommon === next?.keysInCommon;
    const option = fitsTwo ? optionsOf(group, undecided ? [undecided] : [], joining)[0] : best;
    if (option === undefined) {
      places.push(group);
      if (fitsTwo) undecided ??= group;
      continue;
    }
    const grown = joinBy(held, option, group, joining);
    places[places.indexOf(option.group)] = grown;
    if (option.group === undecided) undecided = grown;
    joined = true;
  }
  return joined;
}

/**
 * The places that a group fits: the decision links them, no analyst keeps them apart and, but for a unique value, more
 * than one report ties them. The one with most keys in common comes first.
 */
function optionsOf(group: Group, places: Iterable<Group>, { groups, index, isShared }: Joining): Option[] {
  const options: Option[] = [];
  for (const place of places) {
    const decision = decideLink(place.side, group.side, isShared);
    if (!decision.links || groups.areFoes(place, group)) continue;
    if (decision.rule !== 'UNIQUE_VALUE' && unsupported(place, group, index, isShared) !== undefined)
      continue;
    options.push({ group: place, decision, keysInCommon: linkKeysInCommon(decision.evidence) });
  }
  return options.sort((a, b) => b.keysInCommon - a.keysInCommon);
}

function joinBy(held: HeldKey, { group: place, decision }: Option, group: Group, joining: Joining): Group {
  const { groups } = joining;
  const link = linkOf(holderIn(place, held, groups), holderIn(group, held, groups), decision.rule, joining);
  return groups.join(place, group, link);
}

/** More than any group has keys: an exclusive number outweighs them all, for a veto stands on it. */
const EXCLUSIVE_WEIGHT = 1_000_000;

/** How much a group tells about itself. */
function tellingOf({ side }: Group): number {
  let keys = 0;
  for (const stated of side.facts.values()) keys += stated.size;
  return side.exclusives.size * EXCLUSIVE_WEIGHT + keys;
}

function holderIn(group: Group, { holders }: HeldKey, groups: Groups): number {
  const holder = holders.find((place) => groups.of(place) === group);
  assert(holder !== undefined, 'the group was found by one of its holders');
  return holder;
}

function linkOf(a: number, b: number, rule: Link['rule'], { index, isShared }: Joining): Link {
  const [one, other] = [at(index.entries, Math.min(a, b)), at(index.entries, Math.max(a, b))];
  const common = one.linkKeys.filter((held) => other.linkKeys.includes(held)).map(({ key }) => key);
  const keys = common.filter(({ hash }) => !isShared(hash)).sort(byKindAndHash);
  return { a: one.description.id, b: other.description.id, rule, keys };
}
