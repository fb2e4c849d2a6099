import { COALITION_PURPOSES, type CoalitionPurpose } from '../access/index.js';
import type { Actor, Role } from '../common/actor.js';
import { InvalidInputError } from '../graphql/index.js';

/** Coalition analysts and auditors read every member's reports; everyone else their own member's (product.md, Roles). */
export function readsAllReports(actor: Actor): boolean {
  return isOneOf(actor, 'COALITION_ANALYST', 'AUDITOR');
}

/** Who reads reports, as their statements take it: $1 the member, $2 whether of every member, $3 whether an analyst. */
export function readerOfReports(actor: Actor): readonly [memberId: string, all: boolean, analyst: boolean] {
  return [actor.memberId, readsAllReports(actor), isOneOf(actor, 'COALITION_ANALYST')];
}

/**
 * The purpose of a read, which whoever reads every member's reports declares (product.md, rule 10). Members read their own
 * without one.
 *
 * @throws InvalidInputError where it is missing.
 */
export function purposeOfReading(
  actor: Actor,
  purpose: CoalitionPurpose | undefined,
): CoalitionPurpose | undefined {
  if (purpose !== undefined || !readsAllReports(actor)) return purpose;
  const message = `Say why you read members' reports: one of ${COALITION_PURPOSES.join(', ')}.`;
  throw new InvalidInputError([{ field: 'purpose', message }]);
}

function isOneOf(actor: Actor, ...roles: readonly Role[]): boolean {
  return actor.kind === 'user' && actor.roles.some((role) => roles.includes(role));
}
