import type { DescribedIdentifier } from './description.js';
import type { IsShared } from './gather-evidence.js';
import { profileOf, type Profile } from './profile.js';
import type { Side, SideIdentifier } from './side.js';

/** Of a side so many values are scored: more say no more, and a cluster of thousands is not compared for minutes. */
const VALUES_SCORED_MAX = 200;

/**
 * A side as it is scored: by what it states, but not by values that unrelated merchants share. Of a value that comes by
 * its keys alone, nothing is compared by degree.
 */
export function sideProfile({ identifiers, countries }: Side, isShared: IsShared): Profile {
  const scored: DescribedIdentifier[] = [];
  for (const identifier of identifiers.values()) {
    const described = ownValue(identifier, isShared);
    if (described !== undefined) scored.push(described);
    if (scored.length === VALUES_SCORED_MAX) break;
  }
  return profileOf(scored, countries);
}

function ownValue(
  { type, value = '', keys, exclusiveWithin, parts }: SideIdentifier,
  isShared: IsShared,
): DescribedIdentifier | undefined {
  if (type === undefined) return undefined;
  const own = keys.filter(({ hash }) => !isShared(hash));
  if (own.length === 0 && (keys.length > 0 || value === '')) return undefined;
  return { type, scope: null, value, keys: own, exclusiveWithin, ...(parts !== undefined && { parts }) };
}
