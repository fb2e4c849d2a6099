import type { NormalisedIdentifier } from '../identifier/index.js';
import type { DescribedIdentifier } from '../matching/index.js';

/** What resolution keeps of a description: what matching compares, and nothing that was typed. */
export interface DescriptionContent {
  readonly identifiers: readonly DescribedIdentifier[];
}

/** The description of a merchant by these identifiers. */
export function descriptionContent(identifiers: readonly NormalisedIdentifier[]): DescriptionContent {
  return {
    identifiers: identifiers.map(({ type, scope, value, keys, exclusiveWithin }) => ({
      type,
      scope,
      value,
      keys,
      exclusiveWithin,
    })),
  };
}
