import { BreakGlassNotices } from '../../../src/report/break-glass/break-glass-notices.js';
import { handlingDigest, handlingScope } from '../../../src/report/handling.js';
import type { MemberId, SharingGroupId } from '../../../src/common/id.js';
import { fromGlobalId, newId, toGlobalId } from '../../../src/common/id.js';
import type { TestApp } from '../../support/app.js';
import { asOwner } from '../../support/as-owner.js';
import type { CaseName } from './belonging.js';
import { canaryWord } from './canary-values.js';
import type { Cast, Members } from './given-members.js';
import type { OwnedTarget } from './owned-target.js';
import type { CaseTarget } from './targets.js';

/** A hold that an analyst placed, on what nobody knows. */
export async function aHold({ analyst, members }: Cast): Promise<OwnedTarget> {
  const { hold, userErrors } = await analyst.caller.mutate<{ hold: { id: string } | null }>(
    'placeHold',
    {
      identifiers: [{ type: 'DOMAIN', value: `${canaryWord('hold host')}.example` }],
      reason: `Because of ${canaryWord('hold analyst')}.`,
    },
    'hold { id }',
  );
  if (hold === null) throw new Error(JSON.stringify(userErrors));
  return {
    target: { kind: 'hold', id: hold.id },
    belonging: { of: 'member things', memberId: members.coalition.id },
  };
}

/** The holds that the liaison's member asked for. */
export async function liaisonHolds(app: TestApp, { liaison }: Members): Promise<readonly OwnedTarget[]> {
  const rows = await asOwner(app.database, (tx) =>
    tx.query<{ id: string }>('select id from hold where member_id = $1', [liaison.memberId]),
  );
  return rows.map(({ id }) => ({
    target: { kind: 'hold', id: toGlobalId('hold', id as never) },
    belonging: { of: 'member things', memberId: liaison.id },
  }));
}

/** A role of the coalition that one admin asked for, for a person of another member. */
export async function aRoleGrant({ otherAdmin, peerPerson, members }: Cast): Promise<OwnedTarget> {
  const { pendingGrant, userErrors } = await otherAdmin.caller.mutate<{
    pendingGrant: { id: string } | null;
  }>(
    'changeUserRoles',
    { userId: peerPerson.user.id, roles: ['SUBMITTER', 'SCREENER', 'COALITION_ANALYST'] },
    'pendingGrant { id }',
  );
  if (pendingGrant === null) throw new Error(JSON.stringify(userErrors));
  return {
    target: { kind: 'roleGrant', id: pendingGrant.id },
    belonging: { of: 'member things', memberId: members.peer.id },
  };
}

/** Glasses broken for a report of the bank and one of another member's, opened by two people and closed again. */
export async function givenGlasses(
  app: TestApp,
  { members, analyst, otherAnalyst, admin }: Cast,
  cases: ReadonlyMap<CaseName, CaseTarget>,
): Promise<readonly OwnedTarget[]> {
  const glasses: OwnedTarget[] = [];
  for (const [whose, name] of [
    ['bank', 'sealed@bank'],
    ['peer', 'unnamed'],
  ] as const) {
    const { breakGlass, userErrors } = await otherAnalyst.caller.mutate<{
      breakGlass: { id: string } | null;
    }>(
      'requestBreakGlass',
      {
        reportId: cases.get(name)?.report,
        purpose: 'TRIAGE',
        reason: `Because of ${canaryWord(`glass ${whose}`)}.`,
      },
      'breakGlass { id }',
    );
    if (breakGlass === null) throw new Error(JSON.stringify(userErrors));
    for (const { caller } of [admin, analyst])
      await caller.mutate('approveBreakGlass', { breakGlassId: breakGlass.id });
    await admin.caller.mutate('closeBreakGlass', { breakGlassId: breakGlass.id });
    glasses.push({
      target: { kind: 'breakGlass', id: breakGlass.id },
      belonging: { of: 'member things', memberId: members[whose].id },
    });
  }
  await app.nest.get(BreakGlassNotices).tell();
  return glasses;
}

/** Where machines say that their keys are. Straight into the table: the service would fetch them. */
export async function givenKeySets(app: TestApp, { idleMachine, peerMachine }: Cast): Promise<void> {
  for (const [whose, { client }] of [
    ['bank', idleMachine],
    ['peer', peerMachine],
  ] as const)
    await asOwner(app.database, (tx) =>
      tx.query('update client set jwks_uri = $2, secret_hash = null where id = $1', [
        fromGlobalId('client', client.id),
        `https://${canaryWord(`keys ${whose}`)}.example/jwks.json`,
      ]),
    );
}

/** Limits of their own for two members. */
export async function givenLimits({ admin, members }: Cast): Promise<void> {
  for (const whose of ['bank', 'peer'] as const) {
    const { userErrors } = await admin.caller.mutate('setMemberLimits', {
      memberId: members[whose].id,
      ratePointsMax: 999_999_998,
      screeningQuotaMax: 999_999_998,
      reason: `Because of ${canaryWord(`limits ${whose}`)}.`,
    });
    if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
  }
}

/** Leaves entries with a purpose in the log of each home. */
export async function readWithPurpose({ analyst, screener }: Cast): Promise<void> {
  for (const { caller } of [analyst, screener])
    await caller.query('{ indicators(purpose: INVESTIGATION, first: 1) { nodes { id } } }');
}

/**
 * The audiences that the run's own reports name. The service remembers the ids of audiences that it made, and in a
 * rehearsal what it made is gone.
 */
export async function givenScopes(
  app: TestApp,
  { members: { bank, coalition, peer } }: Cast,
  groups: { readonly inside: string },
): Promise<void> {
  const nobody: readonly MemberId[] = [];
  const inside = fromGlobalId('sharingGroup', groups.inside) as SharingGroupId;
  const handlings = [
    { tlp: 'AMBER_STRICT', sharingGroupId: null, namedMemberIds: nobody },
    { tlp: 'AMBER', sharingGroupId: inside, namedMemberIds: nobody },
    ...[bank, coalition, peer].map(
      ({ memberId }) => ({ tlp: 'RED', sharingGroupId: null, namedMemberIds: [memberId] }) as const,
    ),
  ] as const;
  for (const handling of handlings) {
    const scope = handlingScope(handling, bank.memberId);
    await asOwner(app.database, (tx) =>
      tx.query(
        `insert into handling_scope (id, digest, tlp, sharing_group_id, reporter_id, named_member_ids)
         values ($1, $2, $3, $4, $5, $6) on conflict (digest) do nothing`,
        [
          ...[newId('handlingScope'), handlingDigest(scope), scope.tlp, scope.sharingGroupId],
          ...[scope.reporterId, scope.namedMemberIds],
        ],
      ),
    );
  }
}
