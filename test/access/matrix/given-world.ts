import { fromGlobalId, type IdKind, toGlobalId } from '../../../src/common/id.js';
import { createTestApp, type TestApp } from '../../support/app.js';
import { asOwner } from '../../support/as-owner.js';
import type { Caller, Variables } from '../../support/caller.js';
import { EVERY_PART } from '../../support/every-part.js';
import { settled } from '../../support/register.js';
import { type CaseName, relationTo } from './belonging.js';
import { Canaries } from './canaries.js';
import { canaryWord, capitalised } from './canary-values.js';
import { givenActions, registerActions } from './given-actions.js';
import { givenCases } from './given-cases.js';
import { aNoticeOfAnother, givenRanges, noticeTargets } from './given-notices.js';
import { registerEvents } from './given-events.js';
import { givenRecalls, recallTargets } from './given-recalls.js';
import {
  aHold,
  aRoleGrant,
  givenGlasses,
  givenKeySets,
  givenLimits,
  givenScopes,
  liaisonHolds,
  readWithPurpose,
} from './given-power.js';
import { givenDisputes, givenMarkers } from './given-disputes.js';
import { type Cast, givenCast, givenPeople, memberTarget } from './given-members.js';
import { givenSignIn } from './given-sign-in.js';
import type { Relation } from './matrix-row.js';
import type { OwnedTarget } from './owned-target.js';
import type { Reader } from './reader.js';
import { registerCanaries } from './register-canaries.js';
import { registerCases, Things } from './register-things.js';
import type { CaseTarget, Target, TargetKind } from './targets.js';

/** The seeded coalition: who asks, what there is to be asked for, and what must not be told. */
export interface World {
  readonly app: TestApp;
  readonly readers: readonly Reader[];
  readonly cases: ReadonlyMap<CaseName, CaseTarget>;
  readonly targets: readonly OwnedTarget[];
  readonly things: Things;
  readonly canaries: Canaries;
  readonly groups: { readonly inside: string; readonly outside: string };
  /** How the things there are stand to a reader. */
  readonly relations: (reader: Reader) => ReadonlySet<Relation>;
}

/** Makes the coalition, about fifteen seconds. To be closed by `app.close()`. */
export async function givenWorld(): Promise<World> {
  const app = await createTestApp({ modules: EVERY_PART });
  try {
    return await worldIn(app);
  } catch (error) {
    await app.close();
    throw error;
  }
}

async function worldIn(app: TestApp): Promise<World> {
  const members = await givenCast(app);
  const cast = await givenPeople(members);
  const admin = cast.admin.caller;
  const { bank, coalition, liaison, peer, suspended } = members;
  const inside = await aGroup(admin, 'inside', {
    memberIds: [bank, coalition, liaison, peer, suspended].map(({ id }) => id),
  });
  const outside = await aGroup(admin, 'outside', { rule: { kinds: ['HOTLINE'] } });
  const groups = { inside: inside.id, outside: outside.id };
  await givenRanges(app, cast);
  const cases = await givenCases(app, cast, groups);
  await leavesTheGroup(app, cast);
  const inactive = await anApplicant(cast);
  const screenings = await givenScreenings(cast, cases);
  const actions = await givenActions(cast, screenings, cases.get('other')?.indicator ?? '');
  const others = [await aHold(cast), await aRoleGrant(cast), ...(await givenGlasses(app, cast, cases))];
  await givenKeySets(app, cast);
  await givenLimits(cast);
  await shutOut(app, cast);
  await readWithPurpose(cast);
  await givenScopes(app, cast, groups);

  await aNoticeOfAnother(app, cast, cases);
  await givenRecalls(app, cast, cases);
  const notices = [...(await noticeTargets(app)), ...(await recallTargets(app))];
  const disputes = await givenDisputes(app, cast, cases);
  await givenMarkers(app, cases);

  const canaries = new Canaries();
  const things = new Things(canaries);
  await registerCases(app, things, canaries, cases, ({ report, twin, rival }) =>
    [report, twin, rival].map((id) => fromGlobalId('report', id) ?? ''),
  );
  await registerCanaries(app, { cast, cases, things, canaries, groups });
  await registerActions(app, cast, { things, canaries });
  const requests = await requestsInTheLog(app, cast);
  for (const { target, belonging } of notices)
    if ('id' in target)
      things.add(target.kind as IdKind, fromGlobalId(target.kind as IdKind, target.id) as never, belonging);
  for (const { target, belonging } of disputes)
    if (target.kind === 'dispute') {
      things.add('dispute', fromGlobalId('dispute', target.id) as never, belonging);
      things.add('disputeRuling', fromGlobalId('disputeRuling', target.ruling) as never, belonging);
    }
  await registerEvents(app, things);
  const holds = await liaisonHolds(app, members);
  const signIn = await givenSignIn(app, cast, things);

  return {
    app,
    readers: cast.readers,
    cases,
    things,
    canaries,
    groups,
    relations: (reader) => things.relationsTo(reader),
    targets: [
      // Those of the homes last: to the others they are as `other`, of which there is one by itself.
      ...[...cases]
        .sort(([one], [other]) => Number(one.includes('@')) - Number(other.includes('@')))
        .map(([name, target]) => ({ target, belonging: { of: 'case', name } as const })),
      { target: inside, belonging: { of: 'group', relation: 'group' } },
      { target: outside, belonging: { of: 'group', relation: 'outside' } },
      ...[bank, coalition, liaison, peer].map((member) => ({
        target: memberTarget(member),
        belonging: { of: 'member', memberId: member.id, inactive: false } as const,
      })),
      { target: inactive, belonging: { of: 'member', memberId: inactive.id, inactive: true } },
      ...personTargets(cast),
      ...screenings,
      ...actions,
      ...requests,
      ...holds,
      ...notices,
      ...disputes,
      ...signIn,
      ...others,
    ],
  };
}

/** More things in one relation tell no more. */
const TARGETS_MAX = 2;

/** What a reader aims at in a relation: of cases two, where there are. */
export function targetsFor(
  { targets }: World,
  reader: Reader,
  kind: TargetKind,
  relation: Relation,
): readonly Target[] {
  return targets
    .filter(({ target, belonging }) => target.kind === kind && relationTo(reader, belonging) === relation)
    .slice(0, kind === 'case' ? TARGETS_MAX : 1)
    .map(({ target }) => target);
}

async function aGroup(
  admin: Caller,
  which: string,
  who: Variables,
): Promise<Extract<Target, { kind: 'sharingGroup' }>> {
  const name = `Group ${capitalised(canaryWord(`group ${which}`))}`;
  const { sharingGroup, userErrors } = await admin.mutate<{ sharingGroup: { id: string } | null }>(
    'createSharingGroup',
    {
      name,
      description: `For ${canaryWord(`description ${which}`)}.`,
      ...who,
    },
    'sharingGroup { id }',
  );
  if (sharingGroup === null) throw new Error(`${which}: ${JSON.stringify(userErrors)}`);
  return { kind: 'sharingGroup', id: sharingGroup.id, name };
}

/** A member that the group's rule takes no longer: the end of what it saw is told to that member alone. */
async function leavesTheGroup(app: TestApp, { admin, members }: Cast): Promise<void> {
  const { userErrors } = await admin.caller.mutate('changeMemberAttributes', {
    memberId: members.third.id,
    kind: 'ISSUER',
    reason: `Because of ${canaryWord('attributes')}.`,
  });
  if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
  await settled(app);
}

/** A member that applied, signed, and was approved by one admin. */
async function anApplicant({ otherAdmin }: Cast): Promise<Extract<Target, { kind: 'member' }>> {
  const name = `Applicant ${capitalised(canaryWord('applicant'))}`;
  const admin = otherAdmin.caller;
  const { member } = await admin.mutate<{ member: { id: string } }>(
    'applyMember',
    { name, kind: 'ACQUIRER', country: 'EE', region: capitalised(canaryWord('applicant region')) },
    'member { id }',
  );
  const signedBy = capitalised(canaryWord('applicant signer'));
  await admin.mutate('signAgreement', { memberId: member.id, version: '2026-1', signedBy });
  await admin.mutate('approveMember', { memberId: member.id });
  return { kind: 'member', id: member.id, name };
}

/** Screenings of what everybody sees, with something else asked along that nobody ever reads again. */
async function givenScreenings(
  cast: Cast,
  cases: ReadonlyMap<CaseName, CaseTarget>,
): Promise<readonly OwnedTarget[]> {
  const made: OwnedTarget[] = [];
  const askers = [
    ['screener', cast.screener.caller, cast.members.bank.id, cast.screener.user.id],
    ['machine', cast.scoped.caller, cast.members.bank.id, cast.scoped.client.id],
    ['colleague', cast.colleague.caller, cast.members.bank.id, cast.colleague.user.id],
    ['peer', cast.peerPerson.caller, cast.members.peer.id, cast.peerPerson.user.id],
  ] as const;
  for (const [who, caller, memberId, principalId] of askers) {
    const iban = cases.get('other')?.values.iban;
    const { screenings } = await caller.mutate<{
      screenings: { id: string; matches: { merchantId: string }[] }[];
    }>(
      'screenMerchants',
      {
        purpose: 'ONBOARDING',
        merchants: [
          {
            ref: `row-${canaryWord(`ref ${who}`)}`,
            tradeNames: [capitalised(canaryWord(`asked ${who}`))],
            identifiers: [{ type: 'IBAN', value: iban }],
          },
        ],
      },
      'screenings { id matches { merchantId } }',
    );
    made.push({
      target: {
        kind: 'screening',
        id: screenings[0]?.id ?? '',
        merchant: screenings[0]?.matches[0]?.merchantId ?? '',
      },
      belonging: { of: 'principal', memberId, principalId, powerful: false },
    });
  }
  return made;
}

/** Suspends one member and ends one account; the time since their tokens were given has passed for one. */
async function shutOut(app: TestApp, { admin, members, readers, ended }: Cast): Promise<void> {
  const memberAdmin = await members.bank.as('MEMBER_ADMIN');
  const reason = `Because of ${canaryWord('suspension')}.`;
  await admin.caller.mutate('suspendMember', { memberId: members.suspended.id, reason });
  const { userErrors } = await memberAdmin.mutate('deactivateUser', { userId: ended.user.id });
  // A person with a role of the coalition is out of a member admin's reach.
  if (userErrors.length > 0) await admin.caller.mutate('deactivateUser', { userId: ended.user.id });
  app.clock.advance({ minutes: 10 });
  for (const reader of readers) await reader.token();
}

function personTargets(cast: Cast): readonly OwnedTarget[] {
  const { bank, coalition, peer } = cast.members;
  const person = ({ user }: Cast['colleague'], memberId: string, powerful = false): OwnedTarget => ({
    target: user,
    belonging: { of: 'principal', memberId, principalId: user.id, powerful },
  });
  const machine = ({ client }: Cast['scoped'], memberId: string): OwnedTarget => ({
    target: client,
    belonging: { of: 'member things', memberId },
  });
  return [
    ...cast.people.map(({ person: each, home, powerful }) => person(each, cast.members[home].id, powerful)),
    person(cast.colleague, bank.id),
    person(cast.powerful, bank.id, true),
    person(cast.otherAdmin, coalition.id, true),
    person(cast.peerPerson, peer.id),
    machine(cast.idleMachine, bank.id),
    machine(cast.peerMachine, peer.id),
  ];
}

/** Requests of the log: of each home's own and of another member's. */
async function requestsInTheLog(app: TestApp, { members }: Cast): Promise<readonly OwnedTarget[]> {
  const rows = await asOwner(app.database, (tx) =>
    tx.query<{ memberId: string; requestId: string }>(
      `select distinct on (member_id) member_id as "memberId", request_id as "requestId" from audit_entry
       where member_id = any($1::uuid[]) order by member_id, entry_no`,
      [[members.bank, members.coalition, members.peer].map(({ memberId }) => memberId)],
    ),
  );
  return rows.map(({ memberId, requestId }) => ({
    target: { kind: 'request', id: requestId },
    belonging: { of: 'member things', memberId: toGlobalId('member', memberId as never) },
  }));
}
