import type { Actor } from '../common/actor.js';
import type { MemberId, SharingGroupId } from '../common/id.js';
import { AGREEMENT_VERSION } from '../member/index.js';
import {
  DEMO_APPLICANT,
  DEMO_GROUPS,
  DEMO_MEMBER_KEYS,
  DEMO_MEMBERS,
  type DemoGroup,
  type DemoGroupKey,
  type DemoMember,
  type DemoMemberKey,
} from './demo-members.js';
import { type DemoServices, taken } from './demo-services.js';
import { findGroup, findMember, type FoundMember } from './demo.statements.js';

/** Ids of what was made, by the keys that the demo's own data names it by. */
export type DemoMemberIds = Readonly<Record<DemoMemberKey, MemberId>>;
export type DemoGroupIds = Readonly<Record<DemoGroupKey, SharingGroupId>>;

type Applicant = Pick<DemoMember, 'name' | 'kind' | 'country' | 'region'>;

/** Takes every demo member in as any other: it applies, signs, and both admins approve. The applicant waits for the second. */
export async function seedMembers(
  services: DemoServices,
  admins: readonly [first: Actor, second: Actor],
): Promise<DemoMemberIds> {
  const ids: [DemoMemberKey, MemberId][] = [];
  for (const key of DEMO_MEMBER_KEYS) ids.push([key, await takeIn(services, admins, DEMO_MEMBERS[key])]);
  await takeIn(services, [admins[0]], DEMO_APPLICANT, DEMO_APPLICANT.signedBy);
  return Object.fromEntries(ids) as DemoMemberIds;
}

/** Sharing groups with their members, by one of the coalition's admins. */
export async function seedGroups(
  { database, groups }: DemoServices,
  admin: Actor,
  members: DemoMemberIds,
): Promise<DemoGroupIds> {
  const ids: [DemoGroupKey, SharingGroupId][] = [];
  for (const [key, group] of Object.entries(DEMO_GROUPS) as [DemoGroupKey, DemoGroup][]) {
    const { name, description } = group;
    const found = await database.asSystem('operator', (tx) => findGroup(tx, name));
    const memberIds = group.members.map((member) => members[member]);
    const made = found ?? taken(name, await groups.create(admin, { name, description, memberIds })).id;
    ids.push([key, made]);
  }
  return Object.fromEntries(ids) as DemoGroupIds;
}

async function takeIn(
  services: DemoServices,
  admins: readonly [Actor, ...Actor[]],
  { name, kind, country, region }: Applicant,
  signedBy = `The board of ${name}`,
): Promise<MemberId> {
  const { onboarding } = services;
  const [first] = admins;
  const found = await lookUp(services, name);
  const member = found ?? {
    ...taken(name, await onboarding.apply(first, { name, kind, country, region })),
    hasSigned: false,
  };
  if (member.status !== 'APPLIED') return member.id;

  const memberId = member.id;
  if (!member.hasSigned)
    taken(name, await onboarding.signAgreement(first, { memberId, version: AGREEMENT_VERSION, signedBy }));
  for (const admin of admins) {
    const approval = await onboarding.approve(admin, memberId);
    const isRepeated = !approval.ok && approval.refusals.every(({ code }) => code === 'SAME_PERSON');
    if (!isRepeated) taken(name, approval);
  }
  return memberId;
}

function lookUp({ database }: DemoServices, name: string): Promise<FoundMember | undefined> {
  return database.asSystem('operator', (tx) => findMember(tx, name));
}
