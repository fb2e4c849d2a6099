import type { IdentifierKey } from '../identifier/index.js';
import { COMPARED_FACTS, isLinkKey, keyMeaning, type KeyMeaning } from './link-keys.js';
import type { Side } from './side.js';
import { anyNameNear, legalFormsDiffer, mailsElsewhere, personsDiffer } from './stated.js';

/** A key that both sides hold. */
export interface Agreement extends KeyMeaning {
  readonly key: IdentifierKey;
  /** The value is known to belong to several merchants: it tells little. */
  readonly shared: boolean;
}

/** All that speaks for and against two sides being one merchant. */
export interface Evidence {
  readonly agreements: readonly Agreement[];
  /**
   * What both sides state and differently: facts of COMPARED_FACTS, NAME, PERSON, LEGAL_FORM; and MAIL_DOMAIN where one
   * mailbox is all that agrees and it is not at the domain of a side's web site. Doubts, no proof: one may have two.
   */
  readonly differing: readonly string[];
  /** A name of the one is near a name of the other, or equal. */
  readonly nameNear: boolean;
  /** `exclusiveWithin` of the identifiers of which a merchant has one only, and the two sides have different ones. */
  readonly conflicts: readonly string[];
  /** Both sides name countries and have none in common. */
  readonly countryDiffers: boolean;
}

/** Whether a key's hash is that of a value shared by unrelated merchants. */
export type IsShared = (hash: string) => boolean;

/**
 * Compares two sides key by key. What only one side states is neutral. A shared value counts as an agreement, marked as
 * shared, and never as a difference: a facilitator's telephone says nothing about the merchant's own.
 *
 * Pure, and symmetric but for the order of the lists.
 */
export function gatherEvidence(a: Side, b: Side, isShared: IsShared): Evidence {
  const agreements: Agreement[] = [];
  const differing: string[] = [];
  const nameNear = haveEqualName(a, b) || anyNameNear(a.stated, b.stated);
  for (const [fact, keysOfA] of a.facts) {
    const keysOfB = b.facts.get(fact);
    if (keysOfB === undefined) continue;
    const found = agreementsOf(keysOfA, keysOfB, isShared);
    agreements.push(...found);
    if (found.some(({ shared }) => !shared)) continue;
    const stated = statesOwn(keysOfA, isShared) && statesOwn(keysOfB, isShared);
    if ((fact === 'NAME' && !nameNear) || (stated && COMPARED_FACTS.has(fact))) differing.push(fact);
  }
  if (personsDiffer(a.stated, b.stated)) differing.push('PERSON');
  if (legalFormsDiffer(a.stated, b.stated)) differing.push('LEGAL_FORM');
  if (onlyMailboxAgrees(agreements) && [a, b].some(({ stated }) => mailsElsewhere(stated, isShared)))
    differing.push('MAIL_DOMAIN');
  return {
    agreements,
    differing,
    nameNear,
    conflicts: conflictsOf(a, b),
    countryDiffers: countryDiffers(a, b),
  };
}

function haveEqualName(a: Side, b: Side): boolean {
  const [one, other] = [a.facts.get('NAME'), b.facts.get('NAME')];
  if (one === undefined || other === undefined) return false;
  return [...one.keys()].some((hash) => other.has(hash));
}

function onlyMailboxAgrees(agreements: readonly Agreement[]): boolean {
  const linking = agreements.filter(({ key, shared }) => !shared && isLinkKey(key));
  return linking.length > 0 && linking.every(({ fact }) => fact === 'EMAIL');
}

function agreementsOf(
  a: ReadonlyMap<string, IdentifierKey>,
  b: ReadonlyMap<string, IdentifierKey>,
  isShared: IsShared,
): Agreement[] {
  const [few, many] = a.size <= b.size ? [a, b] : [b, a];
  const found: Agreement[] = [];
  for (const key of few.values()) {
    if (many.has(key.hash)) found.push({ ...keyMeaning(key.kind), key, shared: isShared(key.hash) });
  }
  return found;
}

function statesOwn(keys: ReadonlyMap<string, IdentifierKey>, isShared: IsShared): boolean {
  for (const key of keys.values()) if (isLinkKey(key) && !isShared(key.hash)) return true;
  return false;
}

/**
 * A cluster holds two values of one kind only where an analyst said that both are one merchant's. The other side then
 * agrees with it by holding some of them and none besides.
 */
function conflictsOf(a: Side, b: Side): readonly string[] {
  const conflicts: string[] = [];
  for (const [within, valuesOfA] of a.exclusives) {
    const valuesOfB = b.exclusives.get(within);
    if (valuesOfB === undefined || holdsAll(valuesOfA, valuesOfB) || holdsAll(valuesOfB, valuesOfA)) continue;
    conflicts.push(within);
  }
  return conflicts;
}

function countryDiffers(a: Side, b: Side): boolean {
  return a.countries.size > 0 && b.countries.size > 0 && !holdsAny(a.countries, b.countries);
}

function holdsAll(values: ReadonlySet<string>, wanted: ReadonlySet<string>): boolean {
  for (const value of wanted) if (!values.has(value)) return false;
  return true;
}

function holdsAny(values: ReadonlySet<string>, wanted: ReadonlySet<string>): boolean {
  for (const value of wanted) if (values.has(value)) return true;
  return false;
}
