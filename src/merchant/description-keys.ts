import { linkKeysOf } from '../matching/index.js';
import type { DescriptionContent } from './description-content.js';

/**
 * The values by which a description may be linked with others, as PostgreSQL reads a `bytea`: each once, in their order
 * (ordered writes do not deadlock). What links nothing is not looked up by resolution and stands in the content alone.
 */
export function linkHashes(content: DescriptionContent): readonly string[] {
  return [...new Set(linkKeysOf(content.identifiers).map(({ hash }) => `\\x${hash}`))].sort();
}
