import type { Actor, Role } from '../common/actor.js';

/** Coalition analysts and auditors read every member's reports; everyone else their own member's (product.md, Roles). */
export function readsAllReports(actor: Actor): boolean {
  return isOneOf(actor, 'COALITION_ANALYST', 'AUDITOR');
}

/** Who reads reports, as their statements take it: $1 the member, $2 whether of every member, $3 whether an analyst. */
export function readerOfReports(actor: Actor): readonly [memberId: string, all: boolean, analyst: boolean] {
  return [actor.memberId, readsAllReports(actor), isOneOf(actor, 'COALITION_ANALYST')];
}

function isOneOf(actor: Actor, ...roles: readonly Role[]): boolean {
  return actor.kind === 'user' && actor.roles.some((role) => roles.includes(role));
}
