import { hash } from 'node:crypto';

/** A key that more hold tells nothing, and is not followed. */
export const KEY_HOLDERS_MAX = 100;
/** The most candidates that one description is compared with. */
export const CANDIDATES_MAX = 100;

/** What a retrieval key stands for. Keys of two kinds never meet. */
export type RetrievalKind =
  | 'NAME_WHOLE'
  | 'NAME_SET'
  | 'NAME_PAIR'
  | 'NAME_WORD'
  | 'NAME_START'
  | 'PERSON_PAIR'
  | 'PERSON_WORD'
  | 'PERSON_BORN'
  | 'BIRTH_DATE'
  | 'HOUSE_POSTCODE'
  | 'HOUSE_STREET'
  | 'STREET_CITY'
  | 'PHONE_END'
  | 'MAILBOX';

/** A value under which candidates are found. It never counts as evidence: what it finds is compared. */
export interface RetrievalKey {
  readonly kind: RetrievalKind;
  /** The first 8 bytes of a SHA-256 as a signed whole number in decimals: PostgreSQL's bigint. */
  readonly hash: string;
}

/** The key of some values, in their order. */
export function retrievalKey(kind: RetrievalKind, ...values: readonly string[]): RetrievalKey {
  return { kind, hash: shortHash(kind, values) };
}

/** 64 bits of the SHA-256 of a kind and its values. Two values may meet by chance; then one candidate too many is compared. */
export function shortHash(kind: string, values: readonly string[]): string {
  return hash('sha256', JSON.stringify([kind, ...values]), 'buffer')
    .readBigInt64BE()
    .toString();
}

/** Each key once, in the order of their first places. */
export function distinctRetrievalKeys(keys: readonly RetrievalKey[]): readonly RetrievalKey[] {
  return [...new Map(keys.map((key) => [key.hash, key])).values()];
}
