import type { Actor } from '../common/actor.js';
import { type Permission, PERMISSIONS } from './permissions.js';

/**
 * Decides whether an actor holds a permission: a person by any one of its roles, a machine by its scopes. A scope that
 * machines may not hold has no effect, even where a credential names it.
 */
export function may(actor: Actor, permission: Permission): boolean {
  const grant = PERMISSIONS[permission];
  if (actor.kind === 'user') return actor.roles.some((role) => grant.roles.includes(role));
  return grant.client === 'always' || (grant.client === 'scope' && actor.scopes.includes(permission));
}
