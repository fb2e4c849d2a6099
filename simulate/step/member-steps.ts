import { AGREEMENT_VERSION } from '../../src/member/index.js';
import { activeMembers, type SimulatedMember, type World } from '../world.js';
import { holds, type Step, taken } from './step.js';

const REASON = 'As the simulation has it.';
/** So that there is always somebody to act. */
const ACTIVE_MIN = 6;

const applicationOf = async (world: World): Promise<string> => {
  world.count += 1;
  const answer = await world.coalition.admin.mutate<{ member: { id: string } }>(
    'applyMember',
    { name: `Applicant ${world.count}`, kind: 'ISSUER', country: 'NL' },
    'member { id }',
  );
  taken('an application', answer);
  return answer.member.id;
};

/** Somebody applies, and two admins take it in, or one turns it down. */
export const apply: Step = {
  name: 'apply',
  weight: 1,
  take: async (world) => {
    await applies(world, !world.dice.chance(0.3));
    return 'taken';
  },
};

/** Somebody applies, and is taken in or not. */
export async function applies(world: World, isTakenIn: boolean): Promise<void> {
  const { coalition } = world;
  const memberId = await applicationOf(world);
  if (!isTakenIn) {
    taken('a rejection', await coalition.admin.mutate('rejectMember', { memberId, reason: REASON }));
    return;
  }
  taken(
    'a signature',
    await coalition.admin.mutate('signAgreement', {
      ...{ memberId, signedBy: 'A Signatory', version: AGREEMENT_VERSION },
    }),
  );
  for (const [by, status] of [
    [coalition.admin, 'APPLIED'],
    [coalition.otherAdmin, 'ACTIVE'],
  ] as const) {
    const answer = await by.mutate<{ member: { status: string } | null }>(
      'approveMember',
      { memberId },
      'member { status }',
    );
    holds('two admins take a member in', answer.member?.status === status, () => JSON.stringify(answer));
  }
}

/** A member is shut out, comes back, or leaves for good. What it reported stays. */
export const changeStanding: Step = {
  name: 'change standing',
  weight: 2,
  take: async (world) => {
    const { dice, members } = world;
    const suspended = members.filter(({ status }) => status === 'SUSPENDED');
    if (suspended.length > 0 && dice.chance(0.7)) {
      const member = dice.pick(suspended);
      const leaves = dice.chance(0.2);
      await change(world, leaves ? 'endMembership' : 'resumeMember', member);
      return 'taken';
    }
    const active = activeMembers(world);
    if (active.length <= ACTIVE_MIN) return 'nothing to do';
    const member = dice.pick(active);
    const leaves = dice.chance(0.1);
    await change(world, leaves ? 'endMembership' : 'suspendMember', member);
    return 'taken';
  },
};

/** A member comes into a sharing group, or goes out of it. */
export const changeGroup: Step = {
  name: 'change a group',
  weight: 3,
  take: async (world) => {
    const { dice, coalition, groups } = world;
    const group = dice.pick(groups);
    const member = dice.pick(activeMembers(world));
    const isInside = group.members.has(member);
    if (isInside && group.members.size === 1) return 'nothing to do';
    taken(
      'a change of a group',
      await coalition.admin.mutate(isInside ? 'removeSharingGroupMembers' : 'addSharingGroupMembers', {
        ...{ sharingGroupId: group.id, memberIds: [member.caller.id] },
      }),
    );
    if (isInside) group.members.delete(member);
    else group.members.add(member);
    return 'taken';
  },
};

/** A member loses all that it copied from the feed, with its place there, and begins anew. */
export const forget: Step = {
  name: 'forget',
  weight: 2,
  take: (world) => {
    world.dice.pick(activeMembers(world)).mirror.forget();
    return Promise.resolve('taken');
  },
};

const STANDING = { suspendMember: 'SUSPENDED', resumeMember: 'ACTIVE', endMembership: 'LEFT' } as const;

/** Changes a member's standing, and notes it. */
export async function change(
  { coalition, groups }: World,
  operation: keyof typeof STANDING,
  member: SimulatedMember,
): Promise<void> {
  const input = { memberId: member.caller.id, reason: REASON };
  taken(operation, await coalition.admin.mutate(operation, input));
  member.status = STANDING[operation];
  if (member.status === 'LEFT') for (const group of groups) group.members.delete(member);
  await checkServed(member);
}

/** Its people and its systems are shut out, and served again, from the next request on: no token of before is any good meanwhile. */
async function checkServed({ status, caller, analyst, machine, name }: SimulatedMember): Promise<void> {
  const asked = [caller, analyst, machine].map((by) => [by, '{ viewer { member { id } } }'] as const);
  // What is read by whoever is served counts as handed out: that is not asked by the way.
  const read = [caller, machine].map((by) => [by, '{ recalls(first: 1) { nodes { id } } }'] as const);
  for (const [by, document] of status === 'ACTIVE' ? asked : [...asked, ...read]) {
    const codes = await by.errorCodes(document);
    holds(
      '12: a member is shut out at the next request, and served at the next one when it is back',
      codes.join() === (status === 'ACTIVE' ? '' : 'UNAUTHENTICATED'),
      () => `expected ${name}, which is ${status}, to be answered so, seen ${codes.join() || 'no refusal'}`,
    );
  }
}
