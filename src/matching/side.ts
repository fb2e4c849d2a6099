import type { IdentifierKey } from '../identifier/index.js';
import type { DescribedIdentifier } from './description.js';
import { keyMeaning } from './link-keys.js';
import { mediumPairKeys } from './medium-pairs.js';
import { absorbStated, statedBy, type GrowingStated, type Stated, type StatedIdentifier } from './stated.js';

/** One of the two that are compared: a description, a cluster of them, a screened subject or a listed merchant. */
export interface Side {
  /** Its keys by the fact they state (link-keys.ts), then by hash. */
  readonly facts: ReadonlyMap<string, ReadonlyMap<string, IdentifierKey>>;
  /** Its values of which a merchant has one only, by `exclusiveWithin`; each value is its first key's hash. */
  readonly exclusives: ReadonlyMap<string, ReadonlySet<string>>;
  /** ISO 3166-1 alpha-2 codes; empty where unknown or not compared. */
  readonly countries: ReadonlySet<string>;
  readonly stated: Stated;
  /** What was put into it, each value once: what its score is made of. */
  readonly identifiers: ReadonlyMap<string, SideIdentifier>;
}

/** What a side needs of an identifier. */
export type SideIdentifier = Pick<DescribedIdentifier, 'exclusiveWithin'> & StatedIdentifier;

/** A side that grows while clusters are joined. */
export interface GrowingSide extends Side {
  readonly facts: Map<string, Map<string, IdentifierKey>>;
  readonly exclusives: Map<string, Set<string>>;
  readonly stated: GrowingStated;
  readonly identifiers: Map<string, SideIdentifier>;
}

/** Puts identifiers in the shape in which sides are compared. */
export function sideOf(
  identifiers: readonly SideIdentifier[],
  countries: Iterable<string> = [],
): GrowingSide {
  const facts = new Map<string, Map<string, IdentifierKey>>();
  const exclusives = new Map<string, Set<string>>();
  const hold = (key: IdentifierKey): void => {
    const { fact } = keyMeaning(key.kind);
    const held = facts.get(fact);
    if (held === undefined) facts.set(fact, new Map([[key.hash, key]]));
    else held.set(key.hash, key);
  };
  mediumPairKeys(identifiers).forEach(hold);
  for (const { keys, exclusiveWithin } of identifiers) {
    keys.forEach(hold);
    const first = keys[0];
    if (exclusiveWithin === null || first === undefined) continue;
    const values = exclusives.get(exclusiveWithin);
    if (values === undefined) exclusives.set(exclusiveWithin, new Set([first.hash]));
    else values.add(first.hash);
  }
  return {
    facts,
    exclusives,
    countries: new Set(countries),
    stated: statedBy(identifiers),
    identifiers: new Map(identifiers.map((identifier) => [identityOf(identifier), identifier])),
  };
}

/** Equal for equal values: the first key stands for the whole value. */
function identityOf({ type, value, keys }: SideIdentifier): string {
  return keys[0]?.hash ?? `${type ?? ''} ${value ?? ''}`;
}

/**
 * The side of one report. One that gives two company numbers of one register for one merchant contradicts itself, so
 * neither of them is held for or against a match as the merchant's one number: else a single mistaken report would
 * bridge two firms. It may still join one of the two by the number itself.
 */
export function sideOfReport(identifiers: readonly SideIdentifier[]): GrowingSide {
  const side = sideOf(identifiers);
  for (const [within, values] of side.exclusives) if (values.size > 1) side.exclusives.delete(within);
  return side;
}

/** Adds what `other` states to `side`. `other` is given up: its maps may become part of `side`. */
export function absorbSide(side: GrowingSide, other: GrowingSide): void {
  absorbStated(side.stated, other.stated);
  for (const [identity, identifier] of other.identifiers) side.identifiers.set(identity, identifier);
  for (const [fact, keys] of other.facts) {
    const stated = side.facts.get(fact);
    if (stated === undefined) side.facts.set(fact, keys);
    else for (const [hash, key] of keys) stated.set(hash, key);
  }
  for (const [within, values] of other.exclusives) {
    const own = side.exclusives.get(within);
    if (own === undefined) side.exclusives.set(within, values);
    else for (const value of values) own.add(value);
  }
}
