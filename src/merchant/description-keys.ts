import type { IdentifierKey, Strength } from '../identifier/index.js';
import type { DescriptionContent } from './description-content.js';

/** The keys of a description in columns, each value once, in the order of the hashes (ordered writes do not deadlock). */
export interface KeyColumns {
  readonly hashes: readonly Buffer[];
  readonly kinds: readonly string[];
  readonly strengths: readonly Strength[];
}

/** Every key under which a description is found, each once, in the order of the hashes. */
export function distinctKeys(content: DescriptionContent): readonly IdentifierKey[] {
  const byHash = new Map(content.identifiers.flatMap(({ keys }) => keys).map((key) => [key.hash, key]));
  return [...byHash.values()].sort((a, b) => (a.hash < b.hash ? -1 : 1));
}

/** The same in columns. */
export function keyColumns(content: DescriptionContent): KeyColumns {
  const keys = distinctKeys(content);
  return {
    hashes: keys.map((key) => Buffer.from(key.hash, 'hex')),
    kinds: keys.map((key) => key.kind),
    strengths: keys.map((key) => key.strength),
  };
}
