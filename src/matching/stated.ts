import type { DescribedIdentifier } from './description.js';
import { compareForms } from './name/form-families.js';
import { compareNames, NEAR_NAME_LEVELS } from './name/compare-names.js';
import { comparePersons, type PersonLevel } from './name/compare-persons.js';
import { nameForm, type NameForm } from './name/name-form.js';
import { personForm, type PersonForm } from './name/person-form.js';

/** What a side states that is compared by degree or by rule and not by equal keys. By value, so that each counts once. */
export interface Stated {
  /** Legal and trade names. */
  readonly names: ReadonlyMap<string, NameForm>;
  readonly persons: ReadonlyMap<string, PersonForm>;
  /** The hosts of its web sites, each with the hash of its registrable domain's key. */
  readonly sites: ReadonlyMap<string, string>;
  /** The domains of its mailboxes. */
  readonly mailDomains: ReadonlySet<string>;
}

export interface GrowingStated extends Stated {
  readonly names: Map<string, NameForm>;
  readonly persons: Map<string, PersonForm>;
  readonly sites: Map<string, string>;
  readonly mailDomains: Set<string>;
}

/** An identifier of a side; one that a reader may compare by its keys alone comes without its value. */
export type StatedIdentifier = Pick<DescribedIdentifier, 'keys'> &
  Partial<Pick<DescribedIdentifier, 'type' | 'value' | 'parts'>>;

export function statedBy(identifiers: readonly StatedIdentifier[]): GrowingStated {
  const stated: GrowingStated = {
    names: new Map(),
    persons: new Map(),
    sites: new Map(),
    mailDomains: new Set(),
  };
  for (const identifier of identifiers) if (identifier.value) put(stated, identifier, identifier.value);
  return stated;
}

function put(stated: GrowingStated, { type, keys, parts }: StatedIdentifier, value: string): void {
  const source = parts === undefined ? { value } : { value, parts };
  switch (type) {
    case 'LEGAL_NAME':
    case 'TRADE_NAME':
      stated.names.set(value, nameForm(source));
      break;
    case 'PERSON':
      stated.persons.set(value, personForm(source));
      break;
    case 'DOMAIN':
      stated.sites.set(value, keys.find(({ kind }) => kind === 'DOMAIN_REGISTRABLE')?.hash ?? '');
      break;
    case 'EMAIL':
      stated.mailDomains.add(value.slice(value.lastIndexOf('@') + 1));
      break;
    default:
  }
}

/** Adds what `other` states. */
export function absorbStated(stated: GrowingStated, other: Stated): void {
  for (const [value, form] of other.names) stated.names.set(value, form);
  for (const [value, form] of other.persons) stated.persons.set(value, form);
  for (const [host, registrable] of other.sites) stated.sites.set(host, registrable);
  for (const domain of other.mailDomains) stated.mailDomains.add(domain);
}

/** Only levels are read here, and they hardly depend on how rare the words are. */
const EVEN_RARITY = (): number => 10;

const OTHER_PERSONS: ReadonlySet<PersonLevel> = new Set(['CONFLICT', 'DIFFERENT']);

/** Whether a name of one is near a name of the other. False where one has none. */
export function anyNameNear(a: Stated, b: Stated): boolean {
  return anyPair(a.names, b.names, (one, other) =>
    NEAR_NAME_LEVELS.has(compareNames(one, other, EVEN_RARITY).level),
  );
}

/** Both name persons behind them, and none of the one could be one of the other. */
export function personsDiffer(a: Stated, b: Stated): boolean {
  if (a.persons.size === 0 || b.persons.size === 0) return false;
  return !anyPair(
    a.persons,
    b.persons,
    (one, other) => !OTHER_PERSONS.has(comparePersons(one, other, EVEN_RARITY).level),
  );
}

/** Both state legal forms, and no two of them could be one. */
export function legalFormsDiffer(a: Stated, b: Stated): boolean {
  const [one, other] = [legalForms(a), legalForms(b)];
  return compareForms(one, other) === 'CONFLICT';
}

function legalForms({ names }: Stated): string[] {
  return [...names.values()].flatMap(({ forms }) => forms);
}

/**
 * Whether a side's mailboxes are at another domain than any of its sites. Sites on a platform that many use, as
 * `isShared` knows of its registrable domain, have their mail elsewhere by nature.
 */
export function mailsElsewhere({ sites, mailDomains }: Stated, isShared: (hash: string) => boolean): boolean {
  if (sites.size === 0 || [...sites.values()].some(isShared)) return false;
  for (const host of sites.keys())
    for (const domain of mailDomains)
      if (host === domain || host.endsWith(`.${domain}`) || domain.endsWith(`.${host}`)) return false;
  return true;
}

/** Of each side so many are compared, the earliest: a seller of hundreds of names is known by others of its facts. */
const COMPARED_MAX = 100;

function anyPair<Item>(
  a: ReadonlyMap<string, Item>,
  b: ReadonlyMap<string, Item>,
  holds: (one: Item, other: Item) => boolean,
): boolean {
  for (const value of a.keys()) if (b.has(value)) return true;
  const others = [...b.values()].slice(0, COMPARED_MAX);
  return [...a.values()].slice(0, COMPARED_MAX).some((one) => others.some((other) => holds(one, other)));
}
