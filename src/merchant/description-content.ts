import type { NormalisedIdentifier } from '../identifier/index.js';
import type { DescribedIdentifier } from '../matching/index.js';

/** What resolution keeps of a description: what matching compares, and nothing that was typed. */
export interface DescriptionContent {
  readonly identifiers: readonly DescribedIdentifier[];
}

/** The description of a merchant by these identifiers. Of the parts only a name's core is kept: nothing of a person. */
export function descriptionContent(identifiers: readonly NormalisedIdentifier[]): DescriptionContent {
  return {
    identifiers: identifiers.map(({ type, scope, value, keys, exclusiveWithin, parts: { core } }) => ({
      type,
      scope,
      value,
      keys,
      exclusiveWithin,
      ...(core !== undefined && { parts: { core } }),
    })),
  };
}
