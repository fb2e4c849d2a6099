import type { Actor } from '../common/actor.js';

/** Coalition analysts and auditors read every member's reports; everyone else their own member's (product.md, Roles). */
export function readsAllReports(actor: Actor): boolean {
  return (
    actor.kind === 'user' && actor.roles.some((role) => role === 'COALITION_ANALYST' || role === 'AUDITOR')
  );
}
