import type { BackgroundRarity } from '../../src/matching/model/matching-model.js';
import { indexKeys } from '../../src/matching/key-index.js';
import { judgeShared } from '../../src/matching/judge-shared.js';
import { DEFAULT_MATCHING_SETTINGS } from '../../src/matching/model.js';
import { profileOf, type Profile } from '../../src/matching/profile.js';
import { CandidateIndex } from '../../src/matching/retrieval/candidate-index.js';
import type { Rarity } from '../../src/matching/score/rarity.js';
import { sideOf, type Side } from '../../src/matching/side.js';
import { corpusRarity } from './corpus-rarity.js';
import { pairKey, pairOf, type DataSet, type NamePairSet, type RecordSet } from './data-set.js';
import type { BenchRecord } from './read-record.js';

/** A record in the two shapes in which the product compares it. */
export interface Prepared {
  readonly profile: Profile;
  readonly side: Side;
}

/** Two records to compare, and whether they are the same. */
export interface ComparedPair {
  /** `pairKey` of the records' places; the place in the file of a pair of names. */
  readonly key: number;
  readonly a: Prepared;
  readonly b: Prepared;
  readonly isSame: boolean;
  /** What the pair is reported under: a pair of names' schema, else empty. */
  readonly schema: string;
  /** Pairs that hang together by their true clusters have the same text: they are held out together. */
  readonly cluster: string;
}

/** A set ready to be scored. */
export interface PreparedSet {
  readonly set: DataSet;
  readonly records: readonly Prepared[];
  readonly rarity: Rarity;
  /** Which values resolution would hold to be shared by strangers, were these records its reports. */
  readonly isShared: (hash: string) => boolean;
  /** Pairs that retrieval found. Of a set of names: its pairs. */
  readonly candidates: ReadonlySet<number>;
  /** The pairs that count: the candidates, or those that are labelled where only some are. */
  readonly pairs: readonly ComparedPair[];
}

/** Prepares the profiles of a set, learns the rarity of its values and finds the candidates. */
export function prepareSet(set: DataSet, background: BackgroundRarity): PreparedSet {
  return set.kind === 'NAMES' ? prepareNames(set, background) : prepareRecords(set, background);
}

function prepareNames(set: NamePairSet, background: BackgroundRarity): PreparedSet {
  const pairs = set.pairs.map(({ schema, a, b, isSame }, place) => ({
    key: place,
    a: prepareRecord(a),
    b: prepareRecord(b),
    isSame,
    schema,
    cluster: String(place),
  }));
  // Names out of a list of pairs are no register: how common a word or a value is among them says nothing.
  return {
    set,
    records: pairs.flatMap(({ a, b }) => [a, b]),
    rarity: corpusRarity([], background),
    isShared: () => false,
    candidates: new Set(pairs.map(({ key }) => key)),
    pairs,
  };
}

function prepareRecords(set: RecordSet, background: BackgroundRarity): PreparedSet {
  const records = set.records.map(prepareRecord);
  const candidates = findCandidates(set.records);
  const counted = set.labelled ?? candidates;
  const pairs: ComparedPair[] = [];
  for (const key of [...counted].sort((x, y) => x - y)) pairs.push(toPair(set, records, key));
  const profiles = records.map(({ profile }) => profile);
  const rarity = corpusRarity(profiles, background);
  return { set, records, rarity, isShared: sharedAmong(set), candidates, pairs };
}

function toPair(set: RecordSet, records: readonly Prepared[], key: number): ComparedPair {
  const { a, b } = pairOf(key);
  const [one, other] = [records[a], records[b]];
  if (one === undefined || other === undefined) throw new RangeError(`There is no pair ${key}.`);
  const clusters = [set.clusterOf[a] ?? '', set.clusterOf[b] ?? ''].sort();
  return { key, a: one, b: other, isSame: set.truth.has(key), schema: '', cluster: clusters[0] ?? '' };
}

function prepareRecord({ identifiers, country }: BenchRecord): Prepared {
  const countries = country === null ? [] : [country];
  return { profile: profileOf(identifiers, countries), side: sideOf(identifiers, countries) };
}

/** The values that resolution would set aside, were each record a report of its own member. */
function sharedAmong({ records }: RecordSet): (hash: string) => boolean {
  const index = indexKeys(records.map(({ id, identifiers }) => ({ id, receivedAt: '', identifiers })));
  const { shared } = judgeShared(index, new Map(), DEFAULT_MATCHING_SETTINGS);
  const hashes = new Set([...shared.keys()].map(({ key }) => key.hash));
  return (hash) => hashes.has(hash);
}

/** All pairs that the product's own retrieval brings together, each record asking for its candidates. */
function findCandidates(records: readonly BenchRecord[]): ReadonlySet<number> {
  const index = new CandidateIndex();
  const asked = records.map(({ identifiers }) => ({
    identifiers,
    keys: identifiers.flatMap(({ keys }) => keys.map(({ hash }) => hash)),
  }));
  for (const record of asked) index.add(record);
  const pairs = new Set<number>();
  for (const [place, record] of asked.entries())
    for (const other of index.candidates(record)) if (other !== place) pairs.add(pairKey(place, other));
  return pairs;
}
