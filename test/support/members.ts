import { ClientAccounts, TokenIssuer, UserAccounts, type TokenSubject } from '../../src/auth/index.js';
import type { Role } from '../../src/common/actor.js';
import { newId, toGlobalId, type MemberId } from '../../src/common/id.js';
import type { MemberKind } from '../../src/member/index.js';
import type { TestApp } from './app.js';
import { Caller } from './caller.js';
import { asOwner } from './as-owner.js';

/** Roles of the person that `givenMembers` makes: everything that a member's own people do. */
const ALL_MEMBER_ROLES: readonly Role[] = ['SUBMITTER', 'SCREENER', 'MEMBER_ADMIN'];

/** An active member, called by one of its people who holds every role of a member. */
export class TestMember extends Caller {
  /** The global id, as the API has it. */
  readonly id: string;

  constructor(
    private readonly app: TestApp,
    readonly memberId: MemberId,
    readonly name: string,
    subject: TokenSubject,
  ) {
    super(app.url, { subject, issuer: app.nest.get(TokenIssuer), clock: app.clock });
    this.id = toGlobalId('member', memberId);
  }

  /** Another of its people, with these roles. */
  async as(...roles: readonly Role[]): Promise<Caller> {
    return callerOf(this.app, await aPerson(this.app, this.memberId, roles));
  }

  /** One of its machines, with these scopes. */
  async client(...scopes: readonly string[]): Promise<Caller> {
    const { memberId } = this;
    const { clientId } = await asOwner(this.app.database, (tx) =>
      this.app.nest.get(ClientAccounts).create(tx, { memberId, name: 'A machine', scopes }),
    );
    return callerOf(this.app, { kind: 'client', memberId, clientId, epoch: 0, scopes });
  }
}

/** Active members by the names given, each ready to call: `const { reporter, other } = await givenMembers(app, ...)`. */
export async function givenMembers<Name extends string>(
  app: TestApp,
  ...names: readonly Name[]
): Promise<Record<Name, TestMember>> {
  const members = await Promise.all(
    names.map(async (name) => [name, await givenMember(app, { name })] as const),
  );
  return Object.fromEntries(members) as Record<Name, TestMember>;
}

/** What a member is made of. What is left out does not matter to the test. */
export interface GivenMember {
  readonly name?: string;
  readonly kind?: MemberKind;
  readonly country?: string;
  /** Of the person that calls for it. */
  readonly roles?: readonly Role[];
}

/** One active member. */
export async function givenMember(app: TestApp, given: GivenMember = {}): Promise<TestMember> {
  const { name = 'A member', kind = 'ACQUIRER', country = 'NL', roles = ALL_MEMBER_ROLES } = given;
  const memberId = newId('member');
  // Straight into the table: onboarding has a spec of its own, and the others need members, not the way there. Names are
  // unique in a database, so that two tests of one file may both have a "reporter".
  const uniqueName = `${name} ${memberId.slice(0, 8)}`;
  await asOwner(app.database, (tx) =>
    tx.query(
      `insert into member (id, name, kind, country, status, applied_at, changed_at)
       values ($1, $2, $3, $4, 'ACTIVE', $5, $5)`,
      [memberId, uniqueName, kind, country, app.clock.now()],
    ),
  );
  return new TestMember(app, memberId, uniqueName, await aPerson(app, memberId, roles));
}

/** The coalition's own member with its people, one of each role; two admins, for what needs two. */
export async function givenCoalition(app: TestApp): Promise<
  Readonly<
    Record<'analyst' | 'otherAnalyst' | 'admin' | 'otherAdmin' | 'auditor', Caller> & {
      coalition: TestMember;
    }
  >
> {
  const coalition = await givenMember(app, { name: 'The coalition', kind: 'CLEARINGHOUSE' });
  return {
    coalition,
    analyst: await coalition.as('COALITION_ANALYST'),
    otherAnalyst: await coalition.as('COALITION_ANALYST'),
    admin: await coalition.as('COALITION_ADMIN'),
    otherAdmin: await coalition.as('COALITION_ADMIN'),
    auditor: await coalition.as('AUDITOR'),
  };
}

/** A sharing group of members. Gives its global id. */
export async function givenGroup(app: TestApp, ...members: readonly TestMember[]): Promise<string> {
  const id = newId('sharingGroup');
  await asOwner(app.database, async (tx) => {
    await tx.query(
      `insert into sharing_group (id, name, description, created_at) values ($1, $2, 'A group', $3)`,
      [id, `Group ${id}`, app.clock.now()],
    );
    await tx.query(
      `insert into sharing_group_member (sharing_group_id, member_id, joined_at) select $1, m, $3 from unnest($2::uuid[]) m`,
      [id, members.map((member) => member.memberId), app.clock.now()],
    );
  });
  return toGlobalId('sharingGroup', id);
}

async function aPerson(app: TestApp, memberId: MemberId, roles: readonly Role[]): Promise<TokenSubject> {
  const email = `${newId('user')}@person.example`;
  const made = await asOwner(app.database, (tx) =>
    app.nest.get(UserAccounts).create(tx, { memberId, email, name: 'A person', roles }),
  );
  if (made === undefined) throw new Error('The address of a test person is random and cannot be taken.');
  return { kind: 'user', memberId, userId: made.userId, epoch: 0, roles, authenticatedAt: app.clock.now() };
}

function callerOf(app: TestApp, subject: TokenSubject): Caller {
  return new Caller(app.url, { subject, issuer: app.nest.get(TokenIssuer), clock: app.clock });
}
