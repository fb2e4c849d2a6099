import { ROLES, type Role } from '../../src/common/actor.js';
import type { Caller } from '../../test/support/caller.js';
import { beside, givenMachine, givenVictim, someKeys, type MachineKind, type Victim } from './victims.js';
import type { SuspensionWorld } from './suspension-world.js';

/** One way in which somebody's power ends. */
export interface Ending {
  readonly name: string;
  readonly victim: (world: SuspensionWorld) => Promise<Victim>;
  readonly end: (world: SuspensionWorld, victim: Victim) => Promise<void>;
}

const REASON = 'As the attack says.';
const OF_COALITION: readonly Role[] = ['COALITION_ANALYST', 'COALITION_ADMIN', 'LIAISON', 'AUDITOR'];

/** Who manages a person of this role: the coalition's admin those with power over others, else the member's own. */
function managerOf({ coalition }: SuspensionWorld, { member }: Victim, role: Role): Caller {
  return OF_COALITION.includes(role) ? coalition.admin : member;
}

async function done(by: Caller, name: string, input: Readonly<Record<string, unknown>>): Promise<void> {
  const { userErrors } = await by.mutate(name, input);
  if (userErrors.length > 0) throw new Error(`${name} was refused: ${JSON.stringify(userErrors)}`);
}

type End = Ending['end'];

const suspend: End = ({ coalition }, { member }) =>
  done(coalition.admin, 'suspendMember', { memberId: member.id, reason: REASON });
const leave: End = ({ coalition }, { member }) =>
  done(coalition.admin, 'endMembership', { memberId: member.id, reason: REASON });

function endingsOf(role: Role): readonly Ending[] {
  const ends: Readonly<Record<string, End>> = {
    suspendMember: suspend,
    endMembership: leave,
    deactivateUser: (world, victim) =>
      done(managerOf(world, victim, role), 'deactivateUser', { userId: victim.id }),
    changeUserRoles: (world, victim) =>
      done(managerOf(world, victim, role), 'changeUserRoles', { userId: victim.id, roles: [beside(role)] }),
    // Who has power over others is made anew instead.
    ...(OF_COALITION.includes(role)
      ? {}
      : { resetUserSignIn: (_world, { member, id }) => done(member, 'resetUserSignIn', { userId: id }) }),
  };
  return Object.entries(ends).map(([name, end]) => {
    return { name: `${role}: ${name}`, victim: (world) => givenVictim(world, role), end };
  });
}

function endingsOfMachine(kind: MachineKind, own: Readonly<Record<string, End>>): readonly Ending[] {
  const ends: Readonly<Record<string, End>> = {
    suspendMember: suspend,
    endMembership: leave,
    deactivateClient: (_world, { member, id }) => done(member, 'deactivateClient', { clientId: id }),
    ...own,
  };
  return Object.entries(ends).map(([name, end]) => {
    return { name: `machine by ${kind}: ${name}`, victim: (world) => givenMachine(world, kind), end };
  });
}

/** Every role and every kind of machine, by every act that ends its power or changes it. */
export const ENDINGS: readonly Ending[] = [
  ...ROLES.flatMap(endingsOf),
  ...endingsOfMachine('SECRET', {
    rotateClientSecret: (_world, { member, id }) => done(member, 'rotateClientSecret', { clientId: id }),
    setClientDpop: (_world, { member, id }) =>
      done(member, 'setClientDpop', { clientId: id, required: true }),
  }),
  ...endingsOfMachine('KEYS', {
    setClientKeys: (_world, { member, id }) =>
      done(member, 'setClientKeys', { clientId: id, jwks: someKeys() }),
  }),
  ...endingsOfMachine('DPOP', {}),
];
