import type { ApartReason, PossibleMatch } from './clustering.js';
import { decideLink, linkKeysInCommon, type LinkDecision } from './decide-link.js';
import type { IsShared } from './gather-evidence.js';
import type { Group, Groups } from './group.js';
import { at, byKindAndHash, byStrength, compare, type HeldKey, type KeyIndex } from './key-index.js';
import { unsupported } from './support.js';

/** Each key puts at most so many pairs before a person; a key that would put more says less with each. */
const PAIRS_PER_KEY_MAX = 50;

interface Search {
  readonly index: KeyIndex;
  readonly groups: Groups;
  readonly isShared: IsShared;
  readonly standing: Iterable<HeldKey>;
  readonly shared: Iterable<HeldKey>;
  /** Pairs of places that judgements both join and keep apart. */
  readonly contradicted: readonly (readonly [number, number])[];
}

/**
 * The pairs of clusters that share a key and were not joined, each once: by a standing key, or by a shared one together
 * with an equal name. The oldest pair first.
 */
export function findPossibleMatches(search: Search): PossibleMatch[] {
  const { index, groups } = search;
  const pairs = new Map<string, readonly [Group, Group]>();
  const put = (a: Group, b: Group): void => {
    if (a !== b) pairs.set(pairName(a, b), a.first < b.first ? [a, b] : [b, a]);
  };
  for (const [a, b] of search.contradicted) put(groups.of(a), groups.of(b));
  for (const held of [...search.standing].sort(byStrength)) putPairs(groups.ofAll(held.holders), put);
  for (const held of [...search.shared].sort(byStrength)) {
    for (const namesakes of namesakesOf(held, index)) putPairs(groups.ofAll(namesakes), put);
  }
  return [...pairs.values()]
    .sort(([a, b], [c, d]) => a.first - c.first || b.first - d.first)
    .map(([a, b]) => describePair(a, b, search));
}

function pairName(a: Group, b: Group): string {
  return `${Math.min(a.first, b.first)} ${Math.max(a.first, b.first)}`;
}

function putPairs(groups: readonly Group[], put: (a: Group, b: Group) => void): void {
  let left = PAIRS_PER_KEY_MAX;
  for (const [place, a] of groups.entries()) {
    for (const b of groups.slice(place + 1, place + 1 + left)) {
      put(a, b);
      left -= 1;
    }
  }
}

/** The holders of a key, by each name that some of them bear. */
function namesakesOf({ holders }: HeldKey, { entries }: KeyIndex): Iterable<readonly number[]> {
  const byName = new Map<string, number[]>();
  for (const place of holders) {
    for (const name of at(entries, place).nameHashes) byName.set(name, [...(byName.get(name) ?? []), place]);
  }
  return byName.values();
}

function describePair(a: Group, b: Group, { index, groups, isShared }: Search): PossibleMatch {
  const decision = decideLink(a.side, b.side, isShared);
  const { agreements, conflicts, differing } = decision.evidence;
  return {
    a: at(index.entries, a.first).description.id,
    b: at(index.entries, b.first).description.id,
    reason: groups.areFoes(a, b)
      ? 'JUDGED_DIFFERENT'
      : (reasonOf(decision) ?? unsupported(a, b, index, isShared) ?? 'AMBIGUOUS'),
    tier: decision.tier,
    keys: agreements.map(({ key }) => key).sort(byKindAndHash),
    conflicts: [...conflicts].sort(compare),
    differing: [...differing].sort(compare),
  };
}

/** Why the decision does not link, or undefined where it does. */
function reasonOf({ links, evidence }: LinkDecision): ApartReason | undefined {
  if (links) return undefined;
  if (linkKeysInCommon(evidence) === 0) return 'SHARED_VALUE';
  return evidence.conflicts.length > 0 ? 'NUMBER_CONFLICT' : 'ELSE_DIFFERENT';
}
