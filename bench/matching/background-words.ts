import type { BackgroundRarity } from '../../src/matching/model/matching-model.js';
import type { RecordSet } from './data-set.js';
import { profileOf, type Profile } from '../../src/matching/profile.js';
import { wordGroup } from '../../src/matching/name/word-groups.js';

/** Of a set at least so many clusters must hold a word, in at least so many sets: what one list repeats is not general. */
const HOLDERS_MIN = 3;
const SETS_MIN = 2;
/** A word that is held by so many clusters of one set is general by itself. */
const FREQUENT_MIN = 25;
/** The model holds no more words: its file is read by people. */
const WORDS_MAX = 1500;
/** Bits of a word that has a general meaning in names of businesses and was not counted. */
const GENERAL_BITS = 9;
/** How rare a word is that no set shows. */
const UNLISTED_BITS = 13;
/** Rarities are told apart no finer than this. */
const STEP_BITS = 0.5;

/** Words of names that are general over all sets, with how general they are: the mean share over the sets that name them. */
export function backgroundWords(sets: readonly RecordSet[]): BackgroundRarity {
  const shares = new Map<string, number[]>();
  const frequent = new Set<string>();
  for (const set of sets) {
    const holders = holdersByWord(set);
    const clusters = new Set(set.clusterOf).size;
    for (const [word, held] of holders) {
      if (held < HOLDERS_MIN) continue;
      shares.set(word, [...(shares.get(word) ?? []), held / clusters]);
      if (held >= FREQUENT_MIN) frequent.add(word);
    }
  }
  const general = [...shares]
    .filter(
      ([word, held]) =>
        word.length > 1 && (held.length >= SETS_MIN || frequent.has(word) || wordGroup(word) !== undefined),
    )
    .map(
      ([word, held]) =>
        [word, held.reduce((sum, share) => sum + share, 0) / Math.max(SETS_MIN, held.length)] as const,
    )
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, WORDS_MAX)
    .map(([word, share]): [string, number] => [word, Math.min(GENERAL_BITS + 2, rounded(-Math.log2(share)))]);
  return { unlistedBits: UNLISTED_BITS, tokens: new Map(general) };
}

function rounded(bits: number): number {
  return Math.round(bits / STEP_BITS) * STEP_BITS;
}

function holdersByWord(set: RecordSet): ReadonlyMap<string, number> {
  const clusters = new Map<string, Set<string>>();
  for (const [place, { identifiers }] of set.records.entries()) {
    for (const word of wordsOf(profileOf(identifiers))) {
      const cluster = set.clusterOf[place] ?? String(place);
      const known = clusters.get(word);
      if (known === undefined) clusters.set(word, new Set([cluster]));
      else known.add(cluster);
    }
  }
  return new Map([...clusters].map(([word, { size }]) => [word, size]));
}

function wordsOf({ names, persons }: Profile): ReadonlySet<string> {
  const forms = [...names.map(({ form }) => form), ...persons.map(({ name }) => name)];
  return new Set(forms.flatMap(({ words }) => words.map(({ text }) => text)));
}
