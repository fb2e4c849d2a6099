import type { MatchingModel } from '../../src/matching/model/matching-model.js';
import { profileOf, type Profile } from '../../src/matching/profile.js';
import { scorePair, type PairScore } from '../../src/matching/score/score-pair.js';
import { clusterByAgreement } from './cluster-by-agreement.js';
import { pairKey, pairOf, type RecordSet } from './data-set.js';
import type { PreparedSet } from './prepare-set.js';

/** The score of each pair of a set that was compared, by `pairKey`; of a set of names by its place in the file. */
export type Scores = ReadonlyMap<number, PairScore>;

/** Scores the candidates of a set by a model, in the order of their places. */
export function scoreCandidates(
  { set, records, pairs, candidates, rarity }: PreparedSet,
  model: MatchingModel,
): Scores {
  if (set.kind === 'NAMES')
    return new Map(pairs.map(({ key, a, b }) => [key, scorePair(a.profile, b.profile, rarity, model)]));
  const scores = new Map<number, PairScore>();
  for (const key of [...candidates].sort((a, b) => a - b)) {
    const { a, b } = pairOf(key);
    const [one, other] = [records[a], records[b]];
    if (one !== undefined && other !== undefined)
      scores.set(key, scorePair(one.profile, other.profile, rarity, model));
  }
  return scores;
}

/** The cluster of each record of a set by its place, as a reviewer ends with who takes what scores at the review threshold. */
export function clusterSet(
  { records, rarity }: PreparedSet,
  set: RecordSet,
  scores: Scores,
  model: MatchingModel,
): readonly string[] {
  const bitsOf = (a: number, b: number): number => {
    const known = scores.get(pairKey(a, b));
    if (known !== undefined) return clusteringBits(known);
    const [one, other] = [records[a], records[b]];
    return one === undefined || other === undefined
      ? 0
      : clusteringBits(scorePair(one.profile, other.profile, rarity, model));
  };
  const wholeOf = remembered((members) => wholeProfile(set, members));
  const links = [...scores].filter(([, { bits }]) => bits >= model.reviewBits).map(([key]) => pairOf(key));
  const clusters = clusterByAgreement(records.length, links, {
    joinBits: model.reviewBits,
    bitsOf,
    wholeBitsOf: (a, b) => scorePair(wholeOf(a), wholeOf(b), rarity, model).bits,
  });
  const names = new Array<string>(records.length).fill('');
  for (const members of clusters) for (const place of members) names[place] = `k${members[0] ?? 0}`;
  return names;
}

/** A veto keeps two records out of one cluster, however the rest of them agrees. */
function clusteringBits({ bits, bars }: PairScore): number {
  return bars.some(({ level }) => level === 'EXCLUSIVE_OTHER') ? Number.NEGATIVE_INFINITY : bits;
}

function wholeProfile({ records }: RecordSet, members: readonly number[]): Profile {
  const together = members.flatMap((place) => records[place] ?? []);
  const identifiers = together.flatMap((record) => record.identifiers);
  return profileOf(
    identifiers,
    together.flatMap(({ country }) => country ?? []),
  );
}

function remembered(
  reckon: (members: readonly number[]) => Profile,
): (members: readonly number[]) => Profile {
  const known = new Map<string, Profile>();
  return (members) => {
    const name = members.join(' ');
    let value = known.get(name);
    if (value === undefined) known.set(name, (value = reckon(members)));
    return value;
  };
}
