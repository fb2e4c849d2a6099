import type { BackgroundRarity } from '../../src/matching/model/matching-model.js';
import type { Profile } from '../../src/matching/profile.js';
import type { HeldKind, Rarity } from '../../src/matching/score/rarity.js';
import { wordRarity } from '../../src/merchant/rarity/word-rarity.js';

/**
 * How common words and values are, learnt from the records at hand, with the model's background of general words behind
 * it, as the register learns it (wordRarity). Holders of a value are counted by their names, where the register counts
 * those that nothing else links.
 */
export function corpusRarity(profiles: readonly Profile[], background: BackgroundRarity): Rarity {
  const words = new Map<string, number>();
  const holders = new Map<string, number[]>();
  const wordsOf = profiles.map(nameWords);
  for (const [place, profile] of profiles.entries()) {
    for (const word of wordsOf[place] ?? []) words.set(word, (words.get(word) ?? 0) + 1);
    for (const value of valuesOf(profile)) {
      const known = holders.get(value);
      if (known === undefined) holders.set(value, [place]);
      else known.push(place);
    }
  }
  const names = wordsOf.filter(({ size }) => size > 0).length;
  const token = wordRarity({ merchants: names, holders: words }, background);
  const unrelated = remembered((value: string) =>
    countUnrelated(
      (holders.get(value) ?? []).map((place) => wordsOf[place] ?? new Set()),
      token,
    ),
  );
  return { token, holders: (kind, value) => unrelated(heldName(kind, value)) };
}

function remembered(reckon: (text: string) => number): (text: string) => number {
  const known = new Map<string, number>();
  return (text) => {
    let value = known.get(text);
    if (value === undefined) {
      value = reckon(text);
      known.set(text, value);
    }
    return value;
  };
}

/** Two names with a word so rare in common are taken for one merchant's, when the holders of a value are counted. */
const RELATING_BITS = 7;
/** Values that more hold are counted by their holders: it makes no difference any more who they are. */
const RELATED_MAX = 60;

/** How many merchants hold a value, those whose names have a rare word in common counted as one. */
function countUnrelated(names: readonly ReadonlySet<string>[], rarity: (word: string) => number): number {
  if (names.length > RELATED_MAX) return names.length;
  const groups: Set<string>[] = [];
  for (const words of names) {
    const telling = [...words].filter((word) => rarity(word) >= RELATING_BITS);
    const related = groups.filter((group) => telling.some((word) => group.has(word)));
    const [first] = related;
    if (first === undefined) {
      groups.push(new Set(telling.length > 0 ? telling : words));
      continue;
    }
    for (const word of telling) first.add(word);
    for (const other of related.slice(1)) {
      for (const word of other) first.add(word);
      groups.splice(groups.indexOf(other), 1);
    }
  }
  return groups.length;
}

function nameWords({ names, persons }: Profile): ReadonlySet<string> {
  const words = new Set<string>();
  for (const form of [...names.map(({ form }) => form), ...persons.map(({ name }) => name)])
    for (const { text } of form.words) words.add(text);
  return words;
}

function heldName(kind: HeldKind, value: string): string {
  return `${kind} ${value}`;
}

/** Once each: a host is also counted by its registrable domain. */
function valuesOf(profile: Profile): ReadonlySet<string> {
  const values = new Set<string>();
  for (const { digits } of profile.phones) values.add(heldName('PHONE', digits));
  for (const { name, registrable } of profile.hosts) {
    values.add(heldName('HOST', name));
    values.add(heldName('HOST', registrable));
  }
  for (const { address } of profile.emails) values.add(heldName('EMAIL', address));
  for (const { place } of profile.addresses) values.add(heldName('STREET', place));
  for (const { keys } of profile.identifiers.values())
    for (const hash of keys.keys()) values.add(heldName('IDENTIFIER', hash));
  return values;
}
