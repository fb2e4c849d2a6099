import type { NormalisedSubject } from '../identifier/index.js';
import type { SeenMerchants } from './merchants-seen.js';
import type { MisusedIdentity } from './screening.js';

/**
 * Which fields of what is asked about name somebody whose identity others have misused, as far as the asker may see. It says
 * nothing against the merchant: whoever uses that identity may be the victim, or the one who misuses it.
 */
export function markersOf(
  { identifiers }: NormalisedSubject,
  seen: SeenMerchants,
): readonly MisusedIdentity[] {
  return identifiers.flatMap(({ type, field, display, keys }) => {
    const ends = keys.flatMap(({ hash }) => seen.markedUntil(hash)?.getTime() ?? []);
    if (ends.length === 0) return [];
    const validUntil = new Date(Math.max(...ends)).toISOString();
    return [{ field: field.join('.'), type, yours: display, validUntil }];
  });
}
