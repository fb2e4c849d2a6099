import type { IdentifierKey } from '../identifier/index.js';

/**
 * What an equal key says. Keys of one fact repeat it and count once. FULL: the value itself is equal; PART: only a part
 * of it is, such as the registrable domain of two hosts or an account number without its bank.
 */
export interface KeyMeaning {
  readonly fact: string;
  readonly extent: 'FULL' | 'PART';
}

/** Kinds whose fact is not simply their own name. */
const MEANING: Readonly<Record<string, KeyMeaning>> = {
  DOMAIN_HOST: { fact: 'DOMAIN', extent: 'FULL' },
  DOMAIN_REGISTRABLE: { fact: 'DOMAIN', extent: 'PART' },
  EMAIL_CANONICAL: { fact: 'EMAIL', extent: 'FULL' },
  NAME_TOKENS: { fact: 'NAME', extent: 'FULL' },
  PERSON_NAME: { fact: 'PERSON', extent: 'PART' },
  ADDRESS_STREET: { fact: 'ADDRESS', extent: 'PART' },
};

const UNSCOPED = /_UNSCOPED$/;

/** The meaning of a kind of key. A kind that nobody listed is a fact of its own and agrees in full. */
export function keyMeaning(kind: string): KeyMeaning {
  const listed = MEANING[kind];
  if (listed !== undefined) return listed;
  return UNSCOPED.test(kind)
    ? { fact: kind.replace(UNSCOPED, ''), extent: 'PART' }
    : { fact: kind, extent: 'FULL' };
}

/** Whether two descriptions may be linked because both hold this key: UNIQUE and STRONG ones only. */
export function isLinkKey(key: IdentifierKey): boolean {
  return key.strength === 'UNIQUE' || key.strength === 'STRONG';
}

/** A descriptor is the merchant's name as the card holder reads it, the facilitator's prefix split off. */
const NAME_KINDS: ReadonlySet<string> = new Set(['NAME', 'NAME_TOKENS', 'DESCRIPTOR']);

/**
 * Whether the key is a form of the merchant's name. An equal name never links; it only keeps the holders of a value
 * from being counted as strangers to one another.
 */
export function isNameKey(key: IdentifierKey): boolean {
  return NAME_KINDS.has(key.kind);
}

/**
 * What a merchant presents itself by and settles into, mostly one of each. Where both sides state such a fact and none
 * of their values agrees, one strong value in common does not link them by itself: branches share a mailbox, a
 * facilitator's merchants its telephone. Crypto addresses and card acceptor IDs are not here: one merchant has many.
 */
export const COMPARED_FACTS: ReadonlySet<string> = new Set([
  'DOMAIN',
  'EMAIL',
  'PHONE',
  'IBAN',
  'BANK_ACCOUNT',
  'BANK_ACCOUNT_US',
]);
