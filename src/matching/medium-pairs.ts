import { identifierKey, type IdentifierKey } from '../identifier/index.js';
import type { DescribedIdentifier } from './description.js';
import { isLinkKey, keyMeaning } from './link-keys.js';

/** The kind of key under which two medium facts stand together. */
export const MEDIUM_PAIR = 'MEDIUM_PAIR';

/**
 * Facts that say too little alone and much together: a house has many tenants, a name many bearers, and a merchant number
 * without its acquirer is given by each of them. Each is independent of the others.
 */
const MEDIUM_KINDS: ReadonlySet<string> = new Set([
  'ADDRESS',
  'ADDRESS_STREET',
  'CARD_ACCEPTOR_ID_UNSCOPED',
  'COMPANY_REG_NO_UNSCOPED',
  'PERSON_NAME',
]);

/** A description that makes more pairs than this names so much that none of it is held to be its own. */
const PAIRS_MAX = 24;

/**
 * The keys under which descriptions are found that agree in two independent medium facts: one for every two of a
 * description's values. A near name beside it makes such a pair as good as an identifier (decide-tier.ts,
 * TWO_MEDIUM_FACTS); without one it decides nothing.
 */
export function mediumPairKeys(
  identifiers: readonly Pick<DescribedIdentifier, 'keys'>[],
): readonly IdentifierKey[] {
  const keys = identifiers.flatMap(mediumKeys);
  const pairs = new Map<string, IdentifierKey>();
  for (const [place, one] of keys.entries()) {
    for (const other of keys.slice(place + 1)) {
      if (keyMeaning(one.kind).fact === keyMeaning(other.kind).fact) continue;
      const key = identifierKey(MEDIUM_PAIR, 'STRONG', null, [one.hash, other.hash].sort().join(' '));
      pairs.set(key.hash, key);
    }
  }
  return pairs.size > PAIRS_MAX ? [] : [...pairs.values()];
}

/** A number that came with its scope is an identifier by itself; its part without the scope is no second fact. */
function mediumKeys({ keys }: Pick<DescribedIdentifier, 'keys'>): readonly IdentifierKey[] {
  const isScoped = keys[0]?.strength === 'UNIQUE';
  return isScoped ? [] : keys.filter(({ kind }) => MEDIUM_KINDS.has(kind));
}

/** Every key by which a description may be linked with others: those of its identifiers that link, and its pairs. */
export function linkKeysOf(
  identifiers: readonly Pick<DescribedIdentifier, 'keys'>[],
): readonly IdentifierKey[] {
  return [...identifiers.flatMap(({ keys }) => keys.filter(isLinkKey)), ...mediumPairKeys(identifiers)];
}
