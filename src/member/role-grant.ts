import type { Role } from '../common/actor.js';
import type { Refusal } from '../common/refusal.js';
import { COALITION_ROLES } from './may-manage-user.js';

/** OPEN: one admin asked for it. GRANTED: another approved, and it is in force. WITHDRAWN: nobody can approve it any more. */
export const ROLE_GRANT_STATUSES = ['OPEN', 'GRANTED', 'WITHDRAWN'] as const;

export type RoleGrantStatus = (typeof ROLE_GRANT_STATUSES)[number];

/**
 * The roles of the coalition that a change from `held` to `wanted` adds. None: one person decides. Any: the change as a
 * whole waits for a second admin of the coalition (product.md, rule 11: two people for what grants power). To take a role
 * away, one person is enough. Pure; the trigger `coalition_roles_by_two` says the same.
 */
export function gainedCoalitionRoles(held: readonly Role[], wanted: readonly Role[]): readonly Role[] {
  return COALITION_ROLES.filter((role) => wanted.includes(role) && !held.includes(role));
}

/** Why a grant cannot be decided any more, or undefined. Pure. */
export function refuseClosedGrant(status: RoleGrantStatus): Refusal<'NOT_ALLOWED_IN_STATE'> | undefined {
  if (status === 'OPEN') return undefined;
  const message =
    status === 'GRANTED'
      ? 'The roles are granted already.'
      : "It was withdrawn, or the user's roles have changed since: ask for the roles again.";
  return { code: 'NOT_ALLOWED_IN_STATE', field: ['roleGrantId'], message };
}
