import type { Role } from '../common/actor.js';
import type { ClientId, MemberId, SharingGroupId, UserId } from '../common/id.js';
import type { NamedStatement, Tx } from '../database/index.js';
import type { MemberStatus } from '../member/index.js';
import { DEMO_EMAIL_DOMAIN } from './demo-credentials.js';

/**
 * What the demo asks of tables of other parts: only whether something is there already, so that a seeding that was cut short
 * can be taken up again. Run a few times at a start; none of them needs an index of its own.
 */

/** `hasMembers`: the register is not empty. `hasUsers`: it has users of the demo. `isWhole`: its seeding came to its end. */
const SELECT_STATE: NamedStatement = {
  name: 'demo.selectState',
  text: `select exists (select from member) as "hasMembers",
    exists (select from app_user where email like '%@' || $1) as "hasUsers",
    exists (select from audit_entry where member_id is null and action = $2) as "isWhole"`,
};

/** By member_name_key. */
const SELECT_MEMBER: NamedStatement = {
  name: 'demo.selectMember',
  text: `select id, status, agreement_version is not null as "hasSigned" from member where lower(name) = lower($1)`,
};

/** By app_user_email_key. */
const SELECT_USER: NamedStatement = {
  name: 'demo.selectUser',
  text: `select u.id as "userId", p.member_id as "memberId", p.epoch, u.roles
    from app_user u join principal p on p.id = u.id where u.email = $1`,
};

/** By principal_member. */
const SELECT_CLIENT: NamedStatement = {
  name: 'demo.selectClient',
  text: `select c.id as "clientId", p.member_id as "memberId", p.epoch, c.scopes
    from principal p join client c on c.id = p.id where p.member_id = $1 and p.kind = 'CLIENT' and c.name = $2`,
};

/** By sharing_group_name_key. */
const SELECT_GROUP: NamedStatement = {
  name: 'demo.selectGroup',
  text: `select id from sharing_group where lower(name) = lower($1)`,
};

/** Whether no event is left, also none that waits for another attempt, and every change has its place in the feed. */
const SELECT_SETTLED: NamedStatement = {
  name: 'demo.selectSettled',
  text: `select not exists (select from outbox)
    and not exists (select from waiting_change) as settled`,
};

/** The audit entry that a complete seeding ends with. */
export const SEEDED_ACTION = 'demo.seed';

export interface DemoState {
  readonly hasMembers: boolean;
  readonly hasUsers: boolean;
  readonly isWhole: boolean;
}

export interface FoundMember {
  readonly id: MemberId;
  readonly status: MemberStatus;
  readonly hasSigned: boolean;
}

export interface FoundUser {
  readonly userId: UserId;
  readonly memberId: MemberId;
  readonly epoch: number;
  readonly roles: readonly Role[];
}

export interface FoundClient {
  readonly clientId: ClientId;
  readonly memberId: MemberId;
  readonly epoch: number;
  readonly scopes: readonly string[];
}

export async function demoState(tx: Tx): Promise<DemoState> {
  const [state] = await tx.statement<DemoState>(SELECT_STATE, [DEMO_EMAIL_DOMAIN, SEEDED_ACTION]);
  return state ?? { hasMembers: false, hasUsers: false, isWhole: false };
}

export async function findMember(tx: Tx, name: string): Promise<FoundMember | undefined> {
  return (await tx.statement<FoundMember>(SELECT_MEMBER, [name]))[0];
}

export async function findUser(tx: Tx, email: string): Promise<FoundUser | undefined> {
  return (await tx.statement<FoundUser>(SELECT_USER, [email]))[0];
}

export async function findClient(tx: Tx, memberId: MemberId, name: string): Promise<FoundClient | undefined> {
  return (await tx.statement<FoundClient>(SELECT_CLIENT, [memberId, name]))[0];
}

export async function findGroup(tx: Tx, name: string): Promise<SharingGroupId | undefined> {
  return (await tx.statement<{ id: SharingGroupId }>(SELECT_GROUP, [name]))[0]?.id;
}

export async function isSettled(tx: Tx): Promise<boolean> {
  return (await tx.statement<{ settled: boolean }>(SELECT_SETTLED, []))[0]?.settled ?? false;
}
