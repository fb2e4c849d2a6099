import type { MemberId } from '../common/id.js';

/**
 * How many members reported independently of each other: the most of them to each of whom a source of its own can be
 * assigned. `sources` holds for each independent source the members that relay it. Three members that relay one referral
 * are one; so is one member with three sources: neither says that a second member is there (product.md, rules 2 and 4).
 *
 * Pure; independent of order. A maximum bipartite matching by augmenting paths.
 */
export function countIndependentMembers(sources: readonly ReadonlySet<MemberId>[]): number {
  const sourceOf = new Map<MemberId, number>();
  const assign = (source: number, tried: Set<MemberId>): boolean => {
    for (const member of sources[source] ?? []) {
      if (tried.has(member)) continue;
      tried.add(member);
      const taken = sourceOf.get(member);
      if (taken !== undefined && !assign(taken, tried)) continue;
      sourceOf.set(member, source);
      return true;
    }
    return false;
  };
  return sources.filter((_, source) => assign(source, new Set())).length;
}
