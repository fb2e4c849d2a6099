import type { Actor } from '../common/actor.js';

/** Whether the actor also sees what RED reports that name nobody say (product.md, "handling"). */
export function isAnalyst(actor: Actor): boolean {
  return actor.kind === 'user' && actor.roles.includes('COALITION_ANALYST');
}

/** Who reads, as `may_see_scope` takes it: $1 and $2 of every statement on indicators. */
export function readerValues(actor: Actor): readonly [memberId: string, analyst: boolean] {
  return [actor.memberId, isAnalyst(actor)];
}
