import { type IdentifierKey, identifierKey } from '../../identifier/index.js';
import {
  DEFAULT_MATCHING_SETTINGS,
  type DescribedIdentifier,
  isLinkKey,
  profileOf,
  type Rarity,
  type RetrievalKey,
  retrievalKeys,
} from '../../matching/index.js';

export type HeldKind = Parameters<Rarity['holders']>[0];

/** A value as scoring asks for it, and the keys that everyone who holds it has. */
export interface HeldValue {
  readonly kind: HeldKind;
  readonly value: string;
  /** Hashes of exact keys (lower-case hex), by which descriptions are linked. */
  readonly exact: readonly string[];
  /** Hashes of retrieval keys. Each alone may have more holders than the value. */
  readonly retrieval: readonly string[];
}

/** A house has many tenants. Its keys without the postcode, or without the street, stand for it together. */
const HOUSE_KINDS: ReadonlySet<RetrievalKey['kind']> = new Set(['HOUSE_POSTCODE', 'HOUSE_STREET']);

/**
 * The values of identifiers of which scoring may ask how many merchants hold them, each once, with the keys under which
 * the register finds its holders. Values that link nothing, such as a terminal's number, have no key in the register and
 * are left out: nothing is known of their holders.
 *
 * Pure.
 */
export function heldValues(identifiers: readonly DescribedIdentifier[]): readonly HeldValue[] {
  const values = identifiers.flatMap((identifier) => valuesOf(identifier));
  return [...new Map(values.map((value) => [heldName(value.kind, value.value), value])).values()];
}

/** A value in one text. */
export function heldName(kind: HeldKind, value: string): string {
  return `${kind} ${value}`;
}

/**
 * The holders of a value as scoring may be told of them. Which values are shared by strangers, and tie nobody together, is
 * for resolution to say (matching/judge-shared.ts), which knows more of the holders than their names: one that it lets
 * stand counts as held by no more than a value may be that stands. Houses tie nobody together by themselves, and are never
 * judged: of them every tenant counts.
 */
export function boundedHolders(kind: HeldKind, holders: number): number {
  return kind === 'STREET' ? holders : Math.min(holders, DEFAULT_MATCHING_SETTINGS.sharedLimit);
}

function valuesOf(identifier: DescribedIdentifier): HeldValue[] {
  const { phones, hosts, emails, addresses, identifiers } = profileOf([identifier]);
  return [
    ...phones.flatMap(({ digits }) => byKey('PHONE', digits, keyOfKind(identifier, 'PHONE'))),
    // Whoever holds a host holds its registrable domain: where both are one, the domain has the holders of either.
    ...hosts.flatMap(({ name, registrable }) => [
      ...(name === registrable ? [] : byKey('HOST', name, hostKey('DOMAIN_HOST', name))),
      ...byKey('HOST', registrable, hostKey('DOMAIN_REGISTRABLE', registrable)),
    ]),
    ...emails.flatMap(({ address }) => byKey('EMAIL', address, keyOfKind(identifier, 'EMAIL'))),
    ...addresses.flatMap(({ place }) => houseValues(place, identifier)),
    ...[...identifiers.values()].flatMap(({ keys }) =>
      [...keys.values()].flatMap((key) => byKey('IDENTIFIER', key.hash, key)),
    ),
  ];
}

function byKey(kind: HeldKind, value: string, key: IdentifierKey | undefined): HeldValue[] {
  return key === undefined || !isLinkKey(key) ? [] : [{ kind, value, exact: [key.hash], retrieval: [] }];
}

function keyOfKind({ keys }: DescribedIdentifier, kind: string): IdentifierKey | undefined {
  return keys.find((key) => key.kind === kind);
}

/** The key that a web site of this name has: the host of a mailbox is looked for among sites. */
function hostKey(kind: 'DOMAIN_HOST' | 'DOMAIN_REGISTRABLE', name: string): IdentifierKey {
  return identifierKey(kind, 'STRONG', null, name);
}

function houseValues(place: string, identifier: DescribedIdentifier): HeldValue[] {
  const keys = retrievalKeys([identifier]).filter(({ kind }) => HOUSE_KINDS.has(kind));
  return keys.length === 0
    ? []
    : [{ kind: 'STREET', value: place, exact: [], retrieval: keys.map(({ hash }) => hash) }];
}
