import { COALITION_PURPOSES, type CoalitionPurpose } from '../access/index.js';
import type { Actor } from '../common/actor.js';
import { InvalidInputError } from '../graphql/index.js';
import { isAnalyst } from '../indicator/index.js';

/**
 * The purpose of a read, which analysts declare, who read other members' actions (product.md, rule 10). Members read their
 * own without one.
 *
 * @throws InvalidInputError where it is missing.
 */
export function purposeOfReading(
  actor: Actor,
  purpose: CoalitionPurpose | undefined,
): CoalitionPurpose | undefined {
  if (purpose !== undefined || !isAnalyst(actor)) return purpose;
  const message = `Say why you read members' actions: one of ${COALITION_PURPOSES.join(', ')}.`;
  throw new InvalidInputError([{ field: 'purpose', message }]);
}
