import type { Clustering, SharedKey } from './clustering.js';
import type { Description, Judgement } from './description.js';
import { Groups, type Group } from './group.js';
import { joinByKeys, joinJudged } from './join-groups.js';
import { judgeShared } from './judge-shared.js';
import { judgedPairs } from './judgements.js';
import { at, byStrength, indexKeys, type HeldKey, type KeyIndex } from './key-index.js';
import { DEFAULT_MATCHING_SETTINGS, MODEL_VERSION, type MatchingSettings } from './model.js';
import { findPossibleMatches } from './possible-matches.js';

/**
 * Decides which descriptions are the same merchant, by identifiers of strength UNIQUE and STRONG.
 *
 * 1. Values that many unrelated merchants share are found and set aside (judge-shared.ts). 2. What analysts judged the
 * same is joined. 3. Groups are joined by the other values, strongest first, as far as decideLink lets them as a whole
 * (join-groups.ts). 4. What has something in common and stayed apart is listed for a person (possible-matches.ts).
 *
 * A pure function of the set of its inputs: no order of theirs changes anything. It is local as well: descriptions that
 * hold no key that links and no judgement in common, not even by way of others, never influence each other, so it may be
 * given one connected part of the register at a time. Near linear in the number of keys held.
 */
export function clusterDescriptions(
  descriptions: readonly Description[],
  judgements: readonly Judgement[] = [],
  settings: MatchingSettings = DEFAULT_MATCHING_SETTINGS,
): Clustering {
  const index = indexKeys(descriptions);
  const judged = judgedPairs(judgements, index.placeOf);
  const { standing, shared } = judgeShared(index, judged.same, settings);
  const sharedHashes = new Set([...shared.keys()].map(({ key }) => key.hash));
  const isShared = (hash: string): boolean => sharedHashes.has(hash);
  const groups = new Groups(index.entries, judged.different);
  const contradicted = joinJudged(judged.samePairs, { index, groups, isShared });
  joinByKeys(standing, { index, groups, isShared });
  return {
    modelVersion: MODEL_VERSION,
    clusters: groups.all().map((group) => ({ members: membersOf(group, index), links: group.links })),
    shared: sharedKeys(shared, index, settings),
    possibleMatches: findPossibleMatches({
      index,
      groups,
      isShared,
      standing,
      shared: shared.keys(),
      contradicted,
    }),
  };
}

function membersOf({ members }: Group, index: KeyIndex): string[] {
  return idsOf(
    members.toSorted((a, b) => a - b),
    index,
  );
}

function sharedKeys(
  shared: ReadonlyMap<HeldKey, number>,
  index: KeyIndex,
  { knownShared }: MatchingSettings,
): SharedKey[] {
  return [...shared]
    .sort(([a], [b]) => byStrength(a, b))
    .map(([{ key, holders }, strangers]) => ({
      key,
      listed: knownShared.has(key.hash),
      strangers,
      holders: idsOf(holders, index),
    }));
}

function idsOf(places: readonly number[], { entries }: KeyIndex): string[] {
  return places.map((place) => at(entries, place).description.id);
}
