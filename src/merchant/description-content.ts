import type { MemberId } from '../common/id.js';
import type { NormalisedIdentifier } from '../identifier/index.js';
import type { DescribedIdentifier } from '../matching/index.js';

/** What resolution keeps of a description: what matching compares, and nothing that was typed. */
export interface DescriptionContent {
  /** The member that reported. Descriptions that were stored before it was kept have none. */
  readonly reporterId?: MemberId;
  readonly identifiers: readonly DescribedIdentifier[];
}

/** The description of a merchant by these identifiers, as a member reported it. */
export function descriptionContent(
  reporterId: MemberId,
  identifiers: readonly NormalisedIdentifier[],
): DescriptionContent {
  return {
    reporterId,
    identifiers: identifiers.map(({ type, scope, value, keys, exclusiveWithin, parts }) => ({
      type,
      scope,
      value,
      keys,
      exclusiveWithin,
      ...(Object.keys(parts).length > 0 && { parts }),
    })),
  };
}
