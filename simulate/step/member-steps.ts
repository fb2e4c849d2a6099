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
    const { dice, coalition } = world;
    const memberId = await applicationOf(world);
    if (dice.chance(0.3)) {
      taken('a rejection', await coalition.admin.mutate('rejectMember', { memberId, reason: REASON }));
      return 'taken';
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
    return 'taken';
  },
};

/** A member is shut out, comes back, or leaves for good. What it reported stays. */
export const changeStanding: Step = {
  name: 'change standing',
  weight: 2,
  take: async (world) => {
    const { dice, members, coalition, groups } = world;
    const suspended = members.filter(({ status }) => status === 'SUSPENDED');
    if (suspended.length > 0 && dice.chance(0.7)) {
      const member = dice.pick(suspended);
      const leaves = dice.chance(0.2);
      await change(coalition.admin, leaves ? 'endMembership' : 'resumeMember', member);
      member.status = leaves ? 'LEFT' : 'ACTIVE';
      return 'taken';
    }
    const active = activeMembers(world);
    if (active.length <= ACTIVE_MIN) return 'nothing to do';
    const member = dice.pick(active);
    const leaves = dice.chance(0.1);
    await change(coalition.admin, leaves ? 'endMembership' : 'suspendMember', member);
    member.status = leaves ? 'LEFT' : 'SUSPENDED';
    if (leaves) for (const group of groups) group.members.delete(member);
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

/** Changes a member's standing, and notes it. */
export async function change(
  admin: World['coalition']['admin'],
  operation: 'suspendMember' | 'resumeMember' | 'endMembership',
  member: SimulatedMember,
): Promise<void> {
  taken(operation, await admin.mutate(operation, { memberId: member.caller.id, reason: REASON }));
}
