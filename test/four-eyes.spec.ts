import { Approvals } from '../src/access/index.js';
import { UserAccounts } from '../src/auth/index.js';
import type { Role, UserActor } from '../src/common/actor.js';
import { fromGlobalId, newId, toGlobalId, type MemberId, type UserId } from '../src/common/id.js';
import type { Tx } from '../src/database/index.js';
import { AGREEMENT_VERSION, OnboardingService, UserService } from '../src/member/index.js';
import { createTestApp, type TestApp } from './support/app.js';
import { asOwner } from './support/as-owner.js';
import type { Caller } from './support/caller.js';
import { givenCoalition, givenMember, type TestMember } from './support/members.js';

let app: TestApp;
let coalition: TestMember;
let admin: Caller;
let otherAdmin: Caller;
let ada: UserActor;
let ben: UserActor;
let eve: UserActor;
let analyst: UserActor;

beforeAll(async () => {
  app = await createTestApp();
  ({ coalition, admin, otherAdmin } = await givenCoalition(app));
  ada = await anActor(coalition.memberId, 'COALITION_ADMIN');
  ben = await anActor(coalition.memberId, 'COALITION_ADMIN');
  eve = await anActor(coalition.memberId, 'COALITION_ADMIN');
  analyst = await anActor(coalition.memberId, 'COALITION_ANALYST');
});

afterAll(() => app.close());

/** A person who acts below the API, where no guard stands. */
async function anActor(memberId: MemberId, ...roles: readonly Role[]): Promise<UserActor> {
  const email = `${newId('user')}@person.example`;
  const made = await asOwner(app.database, (tx) =>
    app.nest.get(UserAccounts).create(tx, { memberId, email, name: 'A person', roles }),
  );
  if (made === undefined) throw new Error('The address is random and cannot be taken.');
  const { userId } = made;
  return {
    kind: 'user',
    memberId,
    userId,
    roles,
    epoch: 0,
    requestId: 'four-eyes',
    authenticatedAt: app.clock.now(),
  };
}

/** What the database answers when a change that grants power is written without approvals: its SQLSTATE, or OK. */
async function written(
  actor: UserActor,
  ...statements: readonly (readonly [string, readonly unknown[]])[]
): Promise<string> {
  const work = async (tx: Tx): Promise<void> => {
    for (const [sql, values] of statements) await tx.query(sql, values);
  };
  try {
    await app.database.asActor(actor, work);
    return 'OK';
  } catch (error) {
    for (let at: unknown = error; at instanceof Error; at = at.cause) {
      const { code } = at as Error & { code?: unknown };
      if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code)) return code;
    }
    throw error;
  }
}

describe('the admission of a member', () => {
  const onboarding = () => app.nest.get(OnboardingService);
  const setStatus = (id: MemberId, status: string) =>
    ['update member set status = $2 where id = $1', [id, status]] as const;

  async function anApplicant(): Promise<MemberId> {
    const name = `Harbour Bank ${newId('member')}`;
    const applied = await onboarding().apply(ada, { name, kind: 'ACQUIRER', country: 'NL', region: 'EU' });
    if (!applied.ok) throw new Error(JSON.stringify(applied.refusals));
    const { id: memberId } = applied.value;
    await onboarding().signAgreement(ada, { memberId, version: AGREEMENT_VERSION, signedBy: 'M. Visser' });
    return memberId;
  }

  const statusOf = async (id: MemberId): Promise<string | undefined> =>
    (
      await asOwner(app.database, (tx) =>
        tx.query<{ status: string }>('select status from member where id = $1', [id]),
      )
    )[0]?.status;

  it('needs two different admins', async () => {
    const id = await anApplicant();
    expect(await onboarding().approve(ada, id)).toMatchObject({ ok: true, value: { status: 'APPLIED' } });
    expect(await onboarding().approve(ada, id)).toMatchObject({ refusals: [{ code: 'SAME_PERSON' }] });
    expect(await onboarding().approve(ben, id)).toMatchObject({ ok: true, value: { status: 'ACTIVE' } });
  });

  it('counts two who approve at the same moment', async () => {
    const id = await anApplicant();
    const answers = await Promise.all([onboarding().approve(ada, id), onboarding().approve(ben, id)]);
    expect(answers.map((answer) => answer.ok)).toEqual([true, true]);
    expect(await statusOf(id)).toBe('ACTIVE');
  });

  it('needs both anew after the application was changed', async () => {
    const id = await anApplicant();
    await onboarding().approve(ada, id);
    await asOwner(app.database, (tx) => tx.query(`update member set country = 'BE' where id = $1`, [id]));
    expect(await onboarding().approve(ben, id)).toMatchObject({ ok: true, value: { status: 'APPLIED' } });
    expect(await onboarding().approve(ada, id)).toMatchObject({ ok: true, value: { status: 'ACTIVE' } });
  });

  it('does not count an approval whose giver has lost power since', async () => {
    const id = await anApplicant();
    const gone = await anActor(coalition.memberId, 'COALITION_ADMIN');
    await onboarding().approve(gone, id);
    await app.nest.get(UserService).deactivate(ada, gone.userId);
    expect(await onboarding().approve(ben, id)).toMatchObject({ ok: true, value: { status: 'APPLIED' } });
    expect(await onboarding().approve(ada, id)).toMatchObject({ ok: true, value: { status: 'ACTIVE' } });
  });

  it('is refused by the database to whoever writes past the service', async () => {
    const id = await anApplicant();
    await onboarding().approve(ada, id);
    expect(await written(ben, setStatus(id, 'ACTIVE'))).toBe('CD403');
    expect(await written(ben, setStatus(id, 'SUSPENDED'), setStatus(id, 'ACTIVE'))).toBe('CD403');
    expect(await written(ben, setStatus(id, 'LEFT'))).toBe('CD403');
    const values = [newId('member'), `Past ${newId('member')}`, app.clock.now()];
    const insert = `insert into member (id, name, kind, country, status, applied_at, changed_at)
      values ($1, $2, 'ACQUIRER', 'NL', 'ACTIVE', $3, $3)`;
    expect(await written(ben, [insert, values])).toBe('CD403');
    expect(await statusOf(id)).toBe('APPLIED');
  });

  it('brings nobody back who was rejected or has left', async () => {
    const [rejected, left] = [await anApplicant(), await anApplicant()];
    await onboarding().reject(ada, rejected, 'Not a payment company.');
    await asOwner(app.database, (tx) => tx.query(`update member set status = 'LEFT' where id = $1`, [left]));
    for (const id of [rejected, left])
      for (const status of ['ACTIVE', 'SUSPENDED', 'APPLIED'])
        expect(await written(ben, setStatus(id, status))).toBe('CD403');
  });
});

describe('an approval', () => {
  const insert = `insert into approval (id, kind, object_id, content_digest, principal_id, member_id, acting_roles,
      principal_epoch, at)
    values (gen_random_uuid(), $1, $2, sha256('x'), $3, $4, '{COALITION_ADMIN}', 0, now())`;
  const approvers = (objectId: string) =>
    asOwner(app.database, (tx) =>
      tx.query<{ by: string; roles: string[] }>(
        'select principal_id as by, acting_roles as roles from approval where object_id = $1',
        [objectId],
      ),
    );

  it('is given by whoever the transaction was entered as, whatever is written', async () => {
    const objectId = newId('member');
    expect(await written(ada, [insert, ['MEMBER', objectId, ben.userId, newId('member')]])).toBe('OK');
    expect(await approvers(objectId)).toEqual([{ by: ada.userId, roles: ['COALITION_ADMIN'] }]);
  });

  it('is not given by a role that does not approve the kind', async () => {
    const objectId = newId('member');
    const row = (kind: string, by: UserActor) => [insert, [kind, objectId, by.userId, by.memberId]] as const;
    const of = async (by: UserActor, kind: string) => written(by, row(kind, by));
    expect(await of(analyst, 'MEMBER')).toBe('42501');
    expect(await of(analyst, 'ROLE_GRANT')).toBe('42501');
    expect(await of(ada, 'HOLD_RELEASE')).toBe('42501');
    const outsider = await anActor(
      (await givenMember(app)).memberId,
      'MEMBER_ADMIN',
      'SUBMITTER',
      'SCREENER',
    );
    for (const kind of ['MEMBER', 'ROLE_GRANT', 'HOLD_RELEASE', 'BREAK_GLASS'])
      expect(await of(outsider, kind)).toBe('42501');
    expect(await approvers(objectId)).toEqual([]);
  });

  it('is neither changed nor taken away', async () => {
    expect(await written(ada, [`update approval set kind = 'BREAK_GLASS'`, []])).toBe('42501');
    expect(await written(ada, ['delete from approval', []])).toBe('42501');
  });

  it('counts for its content alone, and not for whom it concerns', async () => {
    const approvals = app.nest.get(Approvals);
    const objectId = newId('member');
    const digest = Buffer.alloc(32, 1);
    const approval = { kind: 'MEMBER', objectId, digest } as const;
    const give = (actor: UserActor, given: Parameters<Approvals['approve']>[2] = approval) =>
      app.database.asActor(actor, (tx) => approvals.approve(tx, actor, given, ['it']));
    expect(await give(ada)).toEqual({ ok: true, value: 1 });
    expect(await give(ben, { ...approval, digest: Buffer.alloc(32, 2) })).toEqual({ ok: true, value: 1 });
    expect(await give(eve, { ...approval, excluded: [eve.userId] })).toMatchObject({
      refusals: [{ code: 'SAME_PERSON', field: ['it'] }],
    });
    expect(await give(eve, { ...approval, excluded: [coalition.memberId] })).toMatchObject({
      refusals: [{ code: 'OWN_MEMBER' }],
    });
    expect(await give(ben)).toEqual({ ok: true, value: 0 });
    const needed = (excluded: string[]) =>
      app.database.asActor(eve, (tx) => approvals.needed(tx, { ...approval, excluded }));
    expect(await needed([])).toBe(0);
    expect(await needed([ada.userId])).toBe(1);
    expect(await needed([coalition.memberId])).toBe(2);
  });
});

describe('a role of the coalition', () => {
  const GRANT = 'pendingGrant { id status toRoles } user { id roles }';
  interface Changed {
    readonly user: { readonly id: string; readonly roles: readonly Role[] } | null;
    readonly pendingGrant: { readonly id: string; readonly status: string } | null;
  }
  const decided = (caller: Caller, name: string, roleGrantId: string | undefined) =>
    caller.mutate<{ roleGrant: { status: string } | null }>(name, { roleGrantId }, 'roleGrant { status }');

  async function aUser(...roles: readonly Role[]): Promise<UserId> {
    return (await anActor(coalition.memberId, ...roles)).userId;
  }
  const ask = (userId: UserId, ...roles: readonly Role[]) =>
    admin.mutate<Changed>('changeUserRoles', { userId: toGlobalId('user', userId), roles }, GRANT);
  const rolesOf = async (id: UserId): Promise<readonly Role[] | undefined> =>
    (
      await asOwner(app.database, (tx) =>
        tx.query<{ roles: Role[] }>('select roles from app_user where id = $1', [id]),
      )
    )[0]?.roles;
  const setRoles = (id: UserId, ...roles: readonly Role[]) =>
    ['update app_user set roles = $2 where id = $1', [id, roles]] as const;

  it('waits for a second admin, and is in force with the approval', async () => {
    const user = await aUser('SUBMITTER');
    const { pendingGrant, user: shown } = await ask(user, 'SUBMITTER', 'AUDITOR');
    expect(shown?.roles).toEqual(['SUBMITTER']);
    expect(pendingGrant).toMatchObject({ status: 'OPEN', toRoles: ['SUBMITTER', 'AUDITOR'] });
    expect(await decided(otherAdmin, 'approveRoleGrant', pendingGrant?.id)).toMatchObject({
      roleGrant: { status: 'GRANTED' },
      userErrors: [],
    });
    expect(await rolesOf(user)).toEqual(['SUBMITTER', 'AUDITOR']);
    expect(await otherAdmin.refusalCodes('approveRoleGrant', { roleGrantId: pendingGrant?.id })).toEqual([
      'NOT_ALLOWED_IN_STATE',
    ]);
  });

  it('is approved neither by the asker nor by the person itself', async () => {
    const person = await anActor(coalition.memberId, 'COALITION_ADMIN');
    const { pendingGrant } = await ask(person.userId, 'COALITION_ADMIN', 'COALITION_ANALYST');
    const roleGrantId = pendingGrant?.id ?? '';
    expect(await admin.refusalCodes('approveRoleGrant', { roleGrantId })).toEqual(['SAME_PERSON']);
    const { RoleGrants } = await import('../src/member/role-grants.service.js');
    const id = fromGlobalId('roleGrant', roleGrantId);
    if (id === undefined) throw new Error('The grant has an id.');
    expect(await app.nest.get(RoleGrants).approve(person, id)).toMatchObject({
      refusals: [{ code: 'SAME_PERSON' }],
    });
    expect(await rolesOf(person.userId)).toEqual(['COALITION_ADMIN']);
  });

  it('waits for a new user too, who until then has none', async () => {
    const email = `${newId('user')}@person.example`;
    const input = { email, name: 'New Analyst', roles: ['COALITION_ANALYST'] };
    const made = await admin.mutate<Changed>('createUser', input, GRANT);
    expect(made.user?.roles).toEqual([]);
    await decided(otherAdmin, 'approveRoleGrant', made.pendingGrant?.id);
    const id = fromGlobalId('user', made.user?.id ?? '');
    expect(id && (await rolesOf(id))).toEqual(['COALITION_ANALYST']);
  });

  it('is no longer to be approved once the roles changed in another way', async () => {
    const user = await aUser('AUDITOR');
    const { pendingGrant } = await ask(user, 'AUDITOR', 'LIAISON');
    await ask(user);
    expect(await otherAdmin.refusalCodes('approveRoleGrant', { roleGrantId: pendingGrant?.id })).toEqual([
      'NOT_ALLOWED_IN_STATE',
    ]);
  });

  it('is withdrawn by any admin, and listed until it is decided', async () => {
    const user = await aUser();
    const { pendingGrant } = await ask(user, 'AUDITOR');
    const listed = async () =>
      (
        await otherAdmin.query<{ roleGrants: { nodes: { id: string }[] } }>(
          '{ roleGrants(first: 100) { nodes { id } } }',
        )
      ).roleGrants.nodes.map(({ id }) => id);
    expect(await listed()).toContain(pendingGrant?.id);
    expect(await decided(otherAdmin, 'withdrawRoleGrant', pendingGrant?.id)).toMatchObject({
      roleGrant: { status: 'WITHDRAWN' },
    });
    expect(await listed()).not.toContain(pendingGrant?.id);
  });

  it('is taken away by one admin at once', async () => {
    const user = await aUser('AUDITOR', 'LIAISON');
    expect(await ask(user, 'LIAISON')).toMatchObject({ pendingGrant: null, user: { roles: ['LIAISON'] } });
  });

  it('is refused by the database to whoever writes past the service', async () => {
    const user = await aUser();
    expect(await written(ben, setRoles(user, 'AUDITOR'))).toBe('CD403');
    const { pendingGrant } = await ask(user, 'AUDITOR');
    expect(await written(ben, setRoles(user, 'AUDITOR'))).toBe('CD403');
    await decided(otherAdmin, 'approveRoleGrant', pendingGrant?.id);
    expect(await rolesOf(user)).toEqual(['AUDITOR']);
    // Used up: what was granted once is not granted again by the same approvals.
    expect(await written(ben, setRoles(user), setRoles(user, 'AUDITOR'))).toBe('CD403');
    const reopen = `update role_grant set status = 'OPEN', decided_by = $1`;
    expect(await written(ben, [reopen, [ben.userId]])).toBe('CD403');
  });

  it('comes with no other person than the one it was given to', async () => {
    const outside = await givenMember(app);
    const user = await aUser('SUBMITTER');
    const move = (column: string) => `update principal set ${column} = $2 where id = $1`;
    expect(await written(ben, [move('member_id'), [user, outside.memberId]])).toBe('CD403');
    await app.nest.get(UserService).deactivate(ada, user);
    expect(await written(ben, [move('active'), [user, true]])).toBe('CD403');
  });
});
