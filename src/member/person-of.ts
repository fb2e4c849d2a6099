import type { Actor, UserActor } from '../common/actor.js';
import { assert } from '../common/assert.js';

/** The person behind an operation whose permission no machine may hold. */
export function personOf(actor: Actor): UserActor {
  assert(actor.kind === 'user', 'no machine holds the permission of this operation');
  return actor;
}
