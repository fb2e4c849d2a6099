import { DisjointSets } from './disjoint-sets.js';
import { at, type HeldKey, type KeyIndex } from './key-index.js';
import { namesAlike } from './names-alike.js';

/** What the count looks at besides the key it takes away. */
export interface Standing {
  readonly index: KeyIndex;
  /** The keys that link. */
  readonly keys: ReadonlySet<HeldKey>;
  /** By place, the places that an analyst judged to be the same merchant. */
  readonly judgedSame: ReadonlyMap<number, readonly number[]>;
}

/** Holders of the key that hang together without it. */
interface Party {
  readonly nameHashes: ReadonlySet<string>;
  readonly nameTexts: ReadonlySet<string>;
  /** It has a name or another key that links: something to tell it from others by. */
  readonly distinct: boolean;
}

/**
 * Names are compared letter by letter with so many parties at most, which keeps a value with very many holders cheap.
 * The count is then far above every limit that can be set, and equal names still unite.
 */
const PARTIES_COMPARED_MAX = 64;

/**
 * Takes a key away and counts how many merchants its holders are then: parties that no other standing key, no judgement
 * and no equal or nearly equal name unites. A party without name and without another key that links is not counted:
 * nothing says that it is a stranger.
 *
 * Source: identifiers.md, "Shared".
 */
export function countStrangers(taken: HeldKey, standing: Standing): number {
  const seen = new Set<number>();
  const crossed = new Set([taken]);
  const unreached = new Set(taken.holders);
  const parties: Party[] = [];
  const same = new DisjointSets();
  const partyOfName = new Map<string, number>();
  for (const holder of taken.holders) {
    if (seen.has(holder)) continue;
    const party = gatherParty(holder, { seen, crossed, unreached, first: parties.length === 0 }, standing);
    if (parties.length === 0 && unreached.size === 0) return Number(party.distinct);
    const number = same.add();
    for (const name of party.nameHashes) {
      const other = partyOfName.get(name);
      if (other === undefined) partyOfName.set(name, number);
      else same.unite(number, other);
    }
    for (const [other, { nameTexts }] of parties.slice(0, PARTIES_COMPARED_MAX).entries()) {
      if (same.find(number) !== same.find(other) && anyAlike(party.nameTexts, nameTexts))
        same.unite(number, other);
    }
    parties.push(party);
  }
  return new Set(
    [...parties.keys()].filter((number) => at(parties, number).distinct).map((n) => same.find(n)),
  ).size;
}

interface Walk {
  readonly seen: Set<number>;
  readonly crossed: Set<HeldKey>;
  /** Holders of the key taken away that were not seen yet. */
  readonly unreached: Set<number>;
  /** The first party may have all holders, as is usual: it then does not matter where else it reaches. */
  readonly first: boolean;
}

/** Walks from one holder over all keys that stand, but for those already crossed. */
function gatherParty(start: number, { seen, crossed, unreached, first }: Walk, standing: Standing): Party {
  const nameHashes = new Set<string>();
  const nameTexts = new Set<string>();
  let linksElsewhere = false;
  const ahead = [start];
  const reach = (place: number): void => {
    if (seen.has(place)) return;
    seen.add(place);
    unreached.delete(place);
    ahead.push(place);
  };
  seen.add(start);
  unreached.delete(start);
  for (let place = ahead.pop(); place !== undefined; place = ahead.pop()) {
    const entry = at(standing.index.entries, place);
    for (const hash of entry.nameHashes) nameHashes.add(hash);
    for (const text of entry.nameTexts) nameTexts.add(text);
    for (const held of entry.linkKeys) {
      if (!standing.keys.has(held)) continue;
      linksElsewhere = true;
      if (crossed.has(held)) continue;
      crossed.add(held);
      held.holders.forEach(reach);
    }
    standing.judgedSame.get(place)?.forEach(reach);
    if (first && unreached.size === 0) break;
  }
  return { nameHashes, nameTexts, distinct: linksElsewhere || nameHashes.size > 0 };
}

function anyAlike(some: ReadonlySet<string>, others: ReadonlySet<string>): boolean {
  for (const a of some) for (const b of others) if (namesAlike(a, b)) return true;
  return false;
}
