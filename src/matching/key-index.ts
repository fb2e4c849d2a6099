import { assert } from '../common/assert.js';
import type { IdentifierKey } from '../identifier/index.js';
import type { Description } from './description.js';
import { isNameKey } from './link-keys.js';
import { linkKeysOf } from './medium-pairs.js';

/** A key that may link, with those who hold it: places in `KeyIndex.entries`, ascending. */
export interface HeldKey {
  readonly key: IdentifierKey;
  readonly holders: readonly number[];
}

/** A description with what clustering looks up in it again and again. */
export interface Entry {
  readonly description: Description;
  readonly linkKeys: readonly HeldKey[];
  /** Hashes of its name keys. */
  readonly nameHashes: ReadonlySet<string>;
  /** Its legal and trade names without the legal form: letters and digits only, upper case. */
  readonly nameTexts: ReadonlySet<string>;
}

/** The descriptions in canonical order (older first, then by id), and who holds what. */
export interface KeyIndex {
  readonly entries: readonly Entry[];
  readonly placeOf: ReadonlyMap<string, number>;
  readonly linkKeys: readonly HeldKey[];
}

const NOT_LETTER_OR_DIGIT = /[^\p{L}\p{N}]/gu;

/**
 * Sorts and indexes the descriptions, so that all that follows depends on the set of them and not on the order they were
 * given in.
 */
export function indexKeys(given: readonly Description[]): KeyIndex {
  const descriptions = [...given].sort((a, b) => compare(a.receivedAt, b.receivedAt) || compare(a.id, b.id));
  const placeOf = new Map(descriptions.map(({ id }, place) => [id, place]));
  assert(placeOf.size === descriptions.length, 'each description is given once');
  const byHash = new Map<string, HeldKey & { readonly holders: number[] }>();
  const hold = (key: IdentifierKey, place: number): HeldKey => {
    let held = byHash.get(key.hash);
    if (held === undefined) byHash.set(key.hash, (held = { key, holders: [] }));
    if (held.holders.at(-1) !== place) held.holders.push(place);
    return held;
  };
  const entries = descriptions.map((description, place) => {
    const keys = description.identifiers.flatMap((identifier) => identifier.keys);
    return {
      description,
      linkKeys: [...new Set(linkKeysOf(description.identifiers).map((key) => hold(key, place)))],
      nameHashes: new Set(keys.filter(isNameKey).map(({ hash }) => hash)),
      nameTexts: nameTexts(description),
    };
  });
  return { entries, placeOf, linkKeys: [...byHash.values()] };
}

function nameTexts({ identifiers }: Description): Set<string> {
  const names = identifiers.filter(({ type }) => type === 'LEGAL_NAME' || type === 'TRADE_NAME');
  const texts = names.map(({ value, parts }) =>
    (parts?.['core'] ?? value).replace(NOT_LETTER_OR_DIGIT, '').toUpperCase(),
  );
  return new Set(texts.filter((text) => text !== ''));
}

/** Fewest holders first; of equals UNIQUE before STRONG, then by kind and hash, so that no two keys are equal. */
export function byNarrowness(a: HeldKey, b: HeldKey): number {
  return a.holders.length - b.holders.length || byStrength(a, b);
}

/** UNIQUE before STRONG; of equals fewest holders first, then by kind and hash. */
export function byStrength(a: HeldKey, b: HeldKey): number {
  return (
    Number(b.key.strength === 'UNIQUE') - Number(a.key.strength === 'UNIQUE') ||
    a.holders.length - b.holders.length ||
    byKindAndHash(a.key, b.key)
  );
}

/** The order in which keys are listed. */
export function byKindAndHash(a: IdentifierKey, b: IdentifierKey): number {
  return compare(a.kind, b.kind) || compare(a.hash, b.hash);
}

/** Orders texts by their UTF-16 units: the same on every machine, whatever its locale. */
export function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The item at a place of the index. */
export function at<Item>(items: readonly Item[], place: number): Item {
  const item = items[place];
  assert(item !== undefined, 'a place of the index lies within it');
  return item;
}
