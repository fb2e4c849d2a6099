import { CLIENT_SCOPES, isPermission, PERMISSIONS } from '../../src/access/index.js';
import type { Role } from '../../src/common/actor.js';
import { OPERATION_PERMISSIONS } from '../../test/access/operation-permissions.js';
import type { TestApp } from '../../test/support/app.js';
import type { Caller } from '../../test/support/caller.js';
import { givenMember, type TestMember } from '../../test/support/members.js';
import { aReport, reports } from '../../test/support/register.js';
import type { CanaryKind } from './canaries.js';
import { absentIds, type CanaryRegister, givenPrincipals } from './canary-register.js';

/** Somebody who sends requests. */
export interface Attacker {
  readonly name: string;
  readonly token: () => Promise<string | undefined>;
  /** Whether its role lets it run an operation, such as `Query report`. */
  readonly mayRun: (operation: string) => boolean;
  /** The canaries that its role lets it read. */
  readonly mayRead: ReadonlySet<CanaryKind>;
  /** The ids that it knows, of what it may change and of what it must not. */
  readonly ids: readonly string[];
}

/** One of each standing: nobody, a member outside of everything, its machine, and the coalition's people. */
export async function givenAttackers(
  app: TestApp,
  coalition: TestMember,
  { hidden, victim }: CanaryRegister,
): Promise<readonly Attacker[]> {
  const outsider = await givenMember(app, { name: 'Outsider' });
  const own = [
    await reports(outsider, aReport({ legalName: 'Zelo Records Ltd' })),
    ...(await givenPrincipals(outsider, 'zelo')),
  ];
  const absent = absentIds();
  // What the coalition's people may do to the hidden objects would show or end them: they are given others.
  const known = [...hidden, ...own, ...absent];
  const trusted = [...victim, ...absent];
  const attacker = (
    name: string,
    caller: Caller,
    ids: readonly string[],
    roles: readonly Role[],
    ...kinds: CanaryKind[]
  ): Attacker => ({
    name,
    token: () => caller.token(),
    mayRun: (operation) => mayRun(roles, operation),
    mayRead: new Set(kinds),
    ids,
  });
  const person = async (role: Role, name: string, ids: readonly string[], ...kinds: CanaryKind[]) =>
    attacker(name, await coalition.as(role), ids, [role], ...kinds);
  return [
    attacker('nobody', app.anonymous, known, MEMBER_ROLES),
    attacker('a member outside', outsider, known, MEMBER_ROLES),
    attacker('its machine', await outsider.client(...CLIENT_SCOPES), known, ['SUBMITTER', 'SCREENER']),
    await person('LIAISON', 'a liaison', known, 'group'),
    await person('COALITION_ANALYST', 'an analyst', trusted, 'content', 'value', 'group', 'decision'),
    await person('COALITION_ADMIN', 'an admin', trusted, 'people', 'group'),
    await person('AUDITOR', 'an auditor', known, 'content', 'value', 'group', 'decision'),
  ];
}

const MEMBER_ROLES: readonly Role[] = ['SUBMITTER', 'SCREENER', 'MEMBER_ADMIN'];

function mayRun(roles: readonly Role[], operation: string): boolean {
  const permission = OPERATION_PERMISSIONS[operation] ?? '';
  return isPermission(permission) && PERMISSIONS[permission].roles.some((role) => roles.includes(role));
}
