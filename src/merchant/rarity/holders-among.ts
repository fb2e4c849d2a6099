import type { Profile, Rarity } from '../../matching/index.js';
import { countUnrelated } from './count-unrelated.js';
import { boundedHolders, type HeldKind, heldName } from './held-values.js';

/**
 * How many unrelated merchants hold a value, among merchants at hand: a screening has found those that hold what it asks
 * for, and only such as the asker may see, so this tells nothing of others and asks no further question. They are
 * prepared and counted when first asked for.
 *
 * Pure.
 */
export function holdersAmong(profiles: () => readonly Profile[], words: Rarity['token']): Rarity['holders'] {
  let counts: ReadonlyMap<string, number> | undefined;
  return (kind, value) => {
    counts ??= countHolders(profiles(), words);
    return boundedHolders(kind, counts.get(heldName(kind, value)) ?? 0);
  };
}

function countHolders(profiles: readonly Profile[], words: Rarity['token']): ReadonlyMap<string, number> {
  const holders = new Map<string, ReadonlySet<string>[]>();
  for (const profile of profiles) {
    const names = nameWords(profile);
    for (const value of valuesOf(profile)) {
      const known = holders.get(value);
      if (known === undefined) holders.set(value, [names]);
      else known.push(names);
    }
  }
  return new Map([...holders].map(([value, names]) => [value, countUnrelated(names, words)]));
}

function valuesOf({ phones, hosts, emails, addresses, identifiers }: Profile): ReadonlySet<string> {
  const named = (kind: HeldKind, values: readonly string[]): string[] =>
    values.map((value) => heldName(kind, value));
  return new Set([
    ...named(
      'PHONE',
      phones.map(({ digits }) => digits),
    ),
    ...named(
      'HOST',
      hosts.flatMap(({ name, registrable }) => [name, registrable]),
    ),
    ...named(
      'EMAIL',
      emails.map(({ address }) => address),
    ),
    ...named(
      'STREET',
      addresses.map(({ place }) => place),
    ),
    ...named(
      'IDENTIFIER',
      [...identifiers.values()].flatMap(({ keys }) => [...keys.keys()]),
    ),
  ]);
}

function nameWords({ names, descriptors, persons }: Profile): ReadonlySet<string> {
  const forms = [...names.map(({ form }) => form), ...descriptors, ...persons.map(({ name }) => name)];
  return new Set(forms.flatMap(({ words }) => words.map(({ text }) => text)));
}
