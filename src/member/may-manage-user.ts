import type { Role } from '../common/actor.js';
import type { MemberId, UserId } from '../common/id.js';
import type { Refusal } from '../common/refusal.js';

/** Roles that a member's own admin grants. */
export const MEMBER_ROLES: readonly Role[] = ['SUBMITTER', 'SCREENER', 'MEMBER_ADMIN'];
/** Roles with power over others' members. Only an admin of the coalition grants and takes them. */
export const COALITION_ROLES: readonly Role[] = [
  'COALITION_ANALYST',
  'COALITION_ADMIN',
  'LIAISON',
  'AUDITOR',
];

/** Who manages. */
export interface Manager {
  readonly userId: UserId;
  readonly memberId: MemberId;
  readonly roles: readonly Role[];
}

/** Whom: a person there is, or (without `userId`) one to be made. */
export interface ManagedUser {
  readonly userId?: UserId | undefined;
  readonly memberId: MemberId;
  readonly roles: readonly Role[];
  /** Whether the member has somebody active who manages its users. */
  readonly memberHasAdmin: boolean;
}

export type ManageRefusalCode = 'NOT_FOUND' | 'SAME_PERSON' | 'ROLE_NOT_GRANTABLE';

/**
 * Decides whether a person's roles may become `roles`. What is refused, in this order:
 *
 * - a person of another member, but to an admin of the coalition; and one more powerful: both as NOT_FOUND;
 * - oneself: nobody gives themselves power, and nobody locks themselves out (SAME_PERSON);
 * - a role to be given or taken that is not the manager's to give (ROLE_NOT_GRANTABLE). A member's admin has the
 *   member's roles; an admin of the coalition has the coalition's, and MEMBER_ADMIN for a member without one.
 *
 * Pure. Source: product.md, Roles; security.md, "nobody touches one more powerful". That two admins grant a role of
 * the coalition together is decided by role-grant.ts.
 */
export function refuseRoles(
  manager: Manager,
  user: ManagedUser,
  roles: readonly Role[],
): Refusal<ManageRefusalCode> | undefined {
  if (!mayReach(manager, user)) return notFound(user);
  if (user.userId === manager.userId) return samePerson('You cannot change your own roles.');
  const changed = [...new Set([...roles, ...user.roles])].filter(
    (role) => roles.includes(role) !== user.roles.includes(role),
  );
  const beyond = changed.filter((role) => !mayGrant(manager, user, role, roles));
  if (beyond.length === 0) return undefined;
  return {
    code: 'ROLE_NOT_GRANTABLE',
    field: ['roles'],
    message: `You cannot give or take ${beyond.join(', ')} here: ${whoGrants(beyond)}.`,
  };
}

/** Decides whether a person's account may be ended. Refuses as `refuseRoles` does. Pure. */
export function refuseDeactivation(
  manager: Manager,
  user: ManagedUser,
): Refusal<ManageRefusalCode> | undefined {
  // Of other members, the coalition's admins reach only those with power over others: for the rest they suspend.
  const isReached = user.memberId === manager.memberId || user.roles.some(isCoalitionRole);
  if (!mayReach(manager, user) || !isReached) return notFound(user);
  if (user.userId === manager.userId) return samePerson('You cannot deactivate yourself.');
  return undefined;
}

/**
 * Decides whether an admin of a member may decide by which account a person signs in, which is as much as becoming them:
 * for oneself, and for whom one reaches in the own member. Pure.
 */
export function refuseSignInChange(
  manager: Manager,
  user: ManagedUser,
): Refusal<ManageRefusalCode> | undefined {
  const isOwn = manager.roles.includes('MEMBER_ADMIN') && user.memberId === manager.memberId;
  const isReached = user.userId === manager.userId || mayReach(manager, user);
  return isOwn && isReached ? undefined : notFound(user);
}

/**
 * Decides whether somebody may be given new credentials, which whoever gives them sees: whom one reaches in the own member,
 * but for oneself, and for those with power over others, whom two admins of the coalition make anew. Pure.
 */
export function refuseSignInReset(
  manager: Manager,
  user: ManagedUser,
): Refusal<ManageRefusalCode> | undefined {
  const refusal = refuseSignInChange(manager, user);
  if (refusal !== undefined) return refusal;
  if (user.userId === manager.userId) return samePerson('You change your own password and authenticator.');
  if (!user.roles.some(isCoalitionRole)) return undefined;
  return {
    code: 'ROLE_NOT_GRANTABLE',
    field: ['userId'],
    message: 'It has roles of the coalition, which two grant: deactivate it, and make it anew.',
  };
}

function mayReach(manager: Manager, user: ManagedUser): boolean {
  if (manager.roles.includes('COALITION_ADMIN')) return true;
  const isOwn = manager.roles.includes('MEMBER_ADMIN') && user.memberId === manager.memberId;
  return isOwn && !user.roles.some(isCoalitionRole);
}

function mayGrant(manager: Manager, user: ManagedUser, role: Role, roles: readonly Role[]): boolean {
  if (isCoalitionRole(role)) {
    // A person is made in another member only as its first admin: power over others is given to people one knows.
    const isMadeElsewhere = user.userId === undefined && user.memberId !== manager.memberId;
    return manager.roles.includes('COALITION_ADMIN') && !isMadeElsewhere;
  }
  if (manager.roles.includes('MEMBER_ADMIN') && user.memberId === manager.memberId) return true;
  const isFirstAdmin = role === 'MEMBER_ADMIN' && roles.includes(role) && !user.memberHasAdmin;
  return manager.roles.includes('COALITION_ADMIN') && isFirstAdmin;
}

function isCoalitionRole(role: Role): boolean {
  return COALITION_ROLES.includes(role);
}

function whoGrants(roles: readonly Role[]): string {
  return roles.some(isCoalitionRole)
    ? 'it is for an admin of the coalition, for users that there are'
    : "it is for the member's own admin, or for an admin of the coalition while the member has none";
}

function notFound(user: ManagedUser): Refusal<'NOT_FOUND'> {
  return user.userId === undefined
    ? {
        code: 'NOT_FOUND',
        field: ['memberId'],
        message: 'There is no such member, or you may not manage its users.',
      }
    : { code: 'NOT_FOUND', field: ['userId'], message: 'There is no such user, or you may not manage it.' };
}

function samePerson(message: string): Refusal<'SAME_PERSON'> {
  return { code: 'SAME_PERSON', field: ['userId'], message };
}
