import { newSecret, secretHash } from '../../src/auth/secret.js';
import {
  type ClientId,
  type HandlingScopeId,
  type MemberId,
  newId,
  type SharingGroupId,
  type UserId,
} from '../../src/common/id.js';
import type { Tx } from '../../src/database/index.js';
import type { MemberKind } from '../../src/member/index.js';
import { handlingDigest, handlingScope, type Tlp } from '../../src/report/handling.js';

/** Who is in the invented coalition: a member that reported, and one that screens and reports by its machine. */
export interface Parties {
  readonly reporterId: MemberId;
  /** The person who reported. */
  readonly reporterUserId: UserId;
  readonly askerId: MemberId;
  readonly clientId: ClientId;
  readonly clientSecret: string;
  /** Both members are in it. */
  readonly sharingGroupId: SharingGroupId;
  /** The scopes that the invented reports stand in; the asker may see all of them. */
  readonly scopeIds: ReadonlyMap<Tlp, HandlingScopeId>;
}

/** What the machine may do. */
const SCOPES = ['report:submit', 'screening:run'];

export async function insertParties(tx: Tx): Promise<Parties> {
  const [reporterId, askerId] = [
    await insertMember(tx, 'Bench Reporter', 'ISSUER'),
    await insertMember(tx, 'Bench Asker', 'ACQUIRER'),
  ];
  await raiseLimits(tx, askerId);
  const sharingGroupId = await insertGroup(tx, [reporterId, askerId]);
  return {
    reporterId,
    askerId,
    sharingGroupId,
    reporterUserId: await insertPrincipal(tx, newId('user'), reporterId, 'USER'),
    ...(await insertClient(tx, askerId)),
    scopeIds: await insertScopes(tx, reporterId, askerId, sharingGroupId),
  };
}

async function insertMember(tx: Tx, name: string, kind: MemberKind): Promise<MemberId> {
  const id = newId('member');
  await tx.query(
    `insert into member (id, name, kind, country, status, applied_at, changed_at)
     values ($1, $2, $3, 'NL', 'ACTIVE', now(), now())`,
    [id, name, kind],
  );
  return id;
}

/** Limits that nobody reaches: they are counted as ever, and what is measured is the counting. */
async function raiseLimits(tx: Tx, memberId: MemberId): Promise<void> {
  await tx.query(
    `insert into member_limit (member_id, rate_points_max, screening_quota_max, reason, changed_by, changed_at)
     values ($1, 999999999, 999999999, 'Bench', $1, now())`,
    [memberId],
  );
}

async function insertGroup(tx: Tx, memberIds: readonly MemberId[]): Promise<SharingGroupId> {
  const id = newId('sharingGroup');
  await tx.query(
    `insert into sharing_group (id, name, description, created_at) values ($1, 'Bench', 'Of the bench', now())`,
    [id],
  );
  await tx.query(
    `insert into sharing_group_member (sharing_group_id, member_id, joined_at)
     select $1, member_id, now() from unnest($2::uuid[]) as member_id`,
    [id, memberIds],
  );
  return id;
}

async function insertPrincipal<Id extends UserId | ClientId>(
  tx: Tx,
  id: Id,
  memberId: MemberId,
  kind: 'USER' | 'CLIENT',
): Promise<Id> {
  await tx.query(
    'insert into principal (id, member_id, kind, active, epoch, created_at) values ($1, $2, $3, true, 0, now())',
    [id, memberId, kind],
  );
  return id;
}

async function insertClient(tx: Tx, memberId: MemberId): Promise<Pick<Parties, 'clientId' | 'clientSecret'>> {
  const clientId = await insertPrincipal(tx, newId('client'), memberId, 'CLIENT');
  const clientSecret = newSecret();
  await tx.query(
    `insert into client (id, name, scopes, secret_hash, secret_rotated_at) values ($1, 'Bench', $2, $3, now())`,
    [clientId, SCOPES, secretHash(clientSecret)],
  );
  return { clientId, clientSecret };
}

async function insertScopes(
  tx: Tx,
  reporterId: MemberId,
  askerId: MemberId,
  sharingGroupId: SharingGroupId,
): Promise<ReadonlyMap<Tlp, HandlingScopeId>> {
  const ids = new Map<Tlp, HandlingScopeId>();
  for (const handling of [
    { tlp: 'GREEN', sharingGroupId: null, namedMemberIds: [] },
    { tlp: 'AMBER', sharingGroupId, namedMemberIds: [] },
    { tlp: 'RED', sharingGroupId: null, namedMemberIds: [askerId] },
  ] as const) {
    const scope = handlingScope(handling, reporterId);
    const id = newId('handlingScope');
    await tx.query(
      `insert into handling_scope (id, digest, tlp, sharing_group_id, reporter_id, named_member_ids)
       values ($1, $2, $3, $4, $5, $6)`,
      [id, handlingDigest(scope), scope.tlp, scope.sharingGroupId, scope.reporterId, scope.namedMemberIds],
    );
    ids.set(handling.tlp, id);
  }
  return ids;
}
