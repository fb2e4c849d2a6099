import type { IdentifierKey } from '../identifier/index.js';
import type { DescribedIdentifier } from './description.js';
import { profileOf, type Profile } from './profile.js';

/** Of one merchant so many values are scored: more say no more, and a cluster of thousands is not compared for minutes. */
const VALUES_SCORED_MAX = 200;

/** What is scored of an identifier; one that a reader may compare by its keys alone comes without its value. */
type ScoredIdentifier<Key> = Partial<Pick<DescribedIdentifier, 'type' | 'value' | 'parts'>> &
  Pick<DescribedIdentifier, 'exclusiveWithin'> & { readonly keys: readonly Key[] };

/**
 * What is scored of a merchant: what it states, but not by values that unrelated merchants share. Of a value that comes
 * by its keys alone, nothing is compared by degree.
 */
export function ownProfile<Key extends IdentifierKey>(
  identifiers: Iterable<ScoredIdentifier<Key>>,
  countries: Iterable<string>,
  isShared: (key: Key) => boolean,
): Profile {
  const own: DescribedIdentifier[] = [];
  for (const { type, value = '', keys, exclusiveWithin, parts } of identifiers) {
    const ownKeys = keys.filter((key) => !isShared(key));
    if (type === undefined || (ownKeys.length === 0 && (keys.length > 0 || value === ''))) continue;
    own.push({ type, scope: null, value, keys: ownKeys, exclusiveWithin, ...(parts && { parts }) });
    if (own.length === VALUES_SCORED_MAX) break;
  }
  return profileOf(own, countries);
}
