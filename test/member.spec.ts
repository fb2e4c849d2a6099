import { generateKeyPairSync } from 'node:crypto';

import { generateSync } from 'otplib';

import { newId, toGlobalId } from '../src/common/id.js';
import { AGREEMENT_VERSION, FirstAdmins } from '../src/member/index.js';
import { createTestApp, type TestApp } from './support/app.js';
import type { Caller } from './support/caller.js';
import { givenCoalition, givenGroup, givenMember, givenMembers, type TestMember } from './support/members.js';
import { tokenAnswer } from './support/token-endpoint.js';
import { asOwner } from './support/as-owner.js';

let app: TestApp;
let other: TestApp;
let coalition: TestMember;
let admin: Caller;
let otherAdmin: Caller;
let auditor: Caller;

beforeAll(async () => {
  app = await createTestApp();
  other = await app.anotherInstance();
  ({ coalition, admin, otherAdmin, auditor } = await givenCoalition(app));
});

afterAll(() => app.close());

interface MemberPayload {
  readonly member: {
    readonly id: string;
    readonly status: string;
    readonly approvals: readonly unknown[];
  } | null;
}
interface UserPayload {
  readonly user: { readonly id: string; readonly email: string; readonly roles: readonly string[] } | null;
  readonly password: string | null;
  readonly totpSecret: string | null;
}
interface ClientPayload {
  readonly client: { readonly id: string; readonly clientId: string } | null;
  readonly clientSecret: string | null;
}

const MEMBER = 'member { id status approvals { by at } }';
const USER = 'user { id email roles active }';
const reason = 'As agreed.';
let serial = 0;
const unique = (name: string): string => `${name} ${String((serial += 1))}`;

function change(caller: Caller, name: string, input: Readonly<Record<string, unknown>>) {
  return caller.mutate<MemberPayload>(name, input, MEMBER);
}

async function anApplication(): Promise<string> {
  const input = { name: unique('Harbour Bank'), kind: 'ACQUIRER', country: 'NL', region: 'EU' };
  const { member } = await change(admin, 'applyMember', input);
  return member?.id ?? '';
}

async function aSignedApplication(): Promise<string> {
  const memberId = await anApplication();
  await change(admin, 'signAgreement', { memberId, version: AGREEMENT_VERSION, signedBy: 'M. Visser' });
  return memberId;
}

async function anActiveMember(): Promise<string> {
  const memberId = await aSignedApplication();
  await change(admin, 'approveMember', { memberId });
  await change(otherAdmin, 'approveMember', { memberId });
  return memberId;
}

const statusOf = async (id: string): Promise<string | undefined> =>
  (
    await admin.query<{ member: { status: string } | null }>(
      'query ($id: ID!) { member(id: $id) { status } }',
      { id },
    )
  ).member?.status;

describe('onboarding', () => {
  it('goes from the application to a first answer of the new member', async () => {
    const memberId = await anActiveMember();
    expect(await statusOf(memberId)).toBe('ACTIVE');

    const email = `${newId('user')}@harbour.example`;
    const first = await admin.mutate<UserPayload>(
      'createUser',
      { memberId, email, name: 'Dana Okafor', roles: ['MEMBER_ADMIN'] },
      `${USER} password totpSecret totpUri`,
    );
    expect(first.userErrors).toEqual([]);
    const token = await tokenAnswer(app.url, {
      grant_type: 'password',
      username: email,
      password: first.password ?? '',
      totp: generateSync({ secret: first.totpSecret ?? '', epoch: app.clock.now().getTime() / 1000 }),
    });
    const answer = await app.anonymous.send(
      '{ viewer { member { id status } user { email } } }',
      {},
      token.access_token,
    );
    expect((answer.body as { data: unknown }).data).toEqual({
      viewer: { member: { id: memberId, status: 'ACTIVE' }, user: { email } },
    });
  });

  it('needs two different admins', async () => {
    const memberId = await aSignedApplication();
    const first = await change(admin, 'approveMember', { memberId });
    expect([first.member?.status, first.member?.approvals]).toEqual(['APPLIED', [expect.anything()]]);
    expect(await admin.refusalCodes('approveMember', { memberId })).toEqual(['SAME_PERSON']);
    expect(await statusOf(memberId)).toBe('APPLIED');
    const second = await change(otherAdmin, 'approveMember', { memberId });
    expect([second.member?.status, second.member?.approvals]).toEqual([
      'ACTIVE',
      [expect.anything(), expect.anything()],
    ]);
  });

  it('takes in once when two admins approve at the same moment, on two instances', async () => {
    const memberId = await aSignedApplication();
    const third = await coalition.as('COALITION_ADMIN');
    const answers = await Promise.all(
      [admin, otherAdmin, third].map((caller) => change(caller, 'approveMember', { memberId })),
    );
    const codes = answers.flatMap(({ userErrors }) => userErrors.map(({ code }) => code));
    expect(codes).toEqual(['NOT_ALLOWED_IN_STATE']);
    expect(await statusOf(memberId)).toBe('ACTIVE');
  });

  it('needs the agreement that is in force', async () => {
    const memberId = await anApplication();
    expect(await admin.refusalCodes('approveMember', { memberId })).toEqual(['AGREEMENT_MISSING']);
    expect(
      await admin.refusalCodes('signAgreement', { memberId, version: '1999-1', signedBy: 'M. Visser' }),
    ).toEqual(['UNKNOWN_CODE']);
  });

  it('asks both admins again when the application changed after an approval', async () => {
    const memberId = await aSignedApplication();
    await change(admin, 'approveMember', { memberId });
    await change(admin, 'signAgreement', { memberId, version: AGREEMENT_VERSION, signedBy: 'Somebody else' });
    const after = await change(otherAdmin, 'approveMember', { memberId });
    expect(after.member).toMatchObject({ status: 'APPLIED', approvals: [expect.anything()] });
    expect((await change(admin, 'approveMember', { memberId })).member?.status).toBe('ACTIVE');
  });

  it('is refused for good by one admin', async () => {
    const memberId = await aSignedApplication();
    expect((await change(admin, 'rejectMember', { memberId, reason })).member?.status).toBe('REJECTED');
    expect(await otherAdmin.refusalCodes('approveMember', { memberId })).toEqual(['NOT_ALLOWED_IN_STATE']);
    expect(
      await admin.refusalCodes('signAgreement', {
        memberId,
        version: AGREEMENT_VERSION,
        signedBy: 'M. Visser',
      }),
    ).toEqual(['NOT_ALLOWED_IN_STATE']);
  });

  it.each([
    ['an empty name', { name: ' ' }, ['REQUIRED']],
    ['an overlong name', { name: 'x'.repeat(201) }, ['TOO_LONG']],
    ['a name with a hidden character', { name: 'Harbour\u200bBank' }, ['CONTROL_CHARACTER']],
    ['an overlong region', { region: 'x'.repeat(201) }, ['TOO_LONG']],
  ])('refuses %s', async (_name, input, codes) => {
    const application = { name: unique('Name'), kind: 'ISSUER', country: 'DE', ...input };
    expect(await admin.refusalCodes('applyMember', application)).toEqual(codes);
  });

  it('refuses a name that another member has, whatever the case', async () => {
    const name = unique('Taken Bank');
    const input = { name, kind: 'ISSUER', country: 'DE' };
    await change(admin, 'applyMember', input);
    expect(await admin.refusalCodes('applyMember', { ...input, name: name.toUpperCase() })).toEqual([
      'NAME_TAKEN',
    ]);
  });

  it('is for the coalition’s admins alone', async () => {
    const { member } = await givenMembers(app, 'member');
    const memberId = await aSignedApplication();
    for (const caller of [member, auditor, await member.client('report:submit')]) {
      expect(await caller.mutationErrorCodes('approveMember', { memberId })).toEqual(['FORBIDDEN']);
    }
    expect(await app.anonymous.mutationErrorCodes('approveMember', { memberId })).toEqual([
      'UNAUTHENTICATED',
    ]);
  });
});

describe('a suspension', () => {
  it('is in force at the next request, on every instance, for people and machines with valid tokens', async () => {
    const { member } = await givenMembers(app, 'member');
    const machine = await member.client('screening:run');
    const tokens = [await member.token(), await machine.token()];
    const codes = async (): Promise<unknown[]> => {
      const answers = await Promise.all(
        tokens.flatMap((token) =>
          [app, other].map((each) => each.anonymous.send('{ viewer { roles } }', {}, token)),
        ),
      );
      return answers.map(
        ({ body }) => (body as { errors?: { extensions: { code: string } }[] }).errors?.[0]?.extensions.code,
      );
    };
    const all = (code: string | undefined): unknown[] => [code, code, code, code];

    expect(await codes()).toEqual(all(undefined));
    await change(admin, 'suspendMember', { memberId: member.id, reason });
    expect(await codes()).toEqual(all('UNAUTHENTICATED'));
    await change(otherAdmin, 'resumeMember', { memberId: member.id, reason });
    expect(await codes()).toEqual(all(undefined));
    await change(admin, 'endMembership', { memberId: member.id, reason });
    expect(await codes()).toEqual(all('UNAUTHENTICATED'));
  });

  it('ends the sessions of its people for good', async () => {
    const { member } = await givenMembers(app, 'member');
    const open = (): Promise<{ count: string }[]> =>
      asOwner(app.database, (tx) =>
        tx.query<{ count: string }>(
          `select count(*) from session s join principal p on p.id = s.user_id
           where p.member_id = $1 and s.ended_at is null`,
          [member.memberId],
        ),
      );
    const email = `${newId('user')}@member.example`;
    const created = await member.mutate<UserPayload>(
      'createUser',
      { email, name: 'A colleague', roles: ['SUBMITTER'] },
      `${USER} password totpSecret`,
    );
    await tokenAnswer(app.url, {
      grant_type: 'password',
      username: email,
      password: created.password ?? '',
      totp: generateSync({ secret: created.totpSecret ?? '', epoch: app.clock.now().getTime() / 1000 }),
    });
    expect(await open()).toEqual([{ count: '1' }]);
    await change(admin, 'suspendMember', { memberId: member.id, reason });
    expect(await open()).toEqual([{ count: '0' }]);
  });

  it('is not for the own member', async () => {
    const memberId = coalition.id;
    expect(await admin.refusalCodes('suspendMember', { memberId, reason })).toEqual(['OWN_MEMBER']);
    expect(await admin.refusalCodes('endMembership', { memberId, reason })).toEqual(['OWN_MEMBER']);
  });

  it('follows the life cycle', async () => {
    const memberId = await aSignedApplication();
    expect(await admin.refusalCodes('suspendMember', { memberId, reason })).toEqual(['NOT_ALLOWED_IN_STATE']);
    const active = (await givenMember(app)).id;
    expect(await admin.refusalCodes('resumeMember', { memberId: active, reason })).toEqual([
      'NOT_ALLOWED_IN_STATE',
    ]);
    await change(admin, 'endMembership', { memberId: active, reason });
    for (const name of ['suspendMember', 'resumeMember', 'endMembership', 'rejectMember']) {
      expect(await admin.refusalCodes(name, { memberId: active, reason })).toEqual(['NOT_ALLOWED_IN_STATE']);
    }
  });

  it.each(['', 'mem_x', toGlobalId('member', newId('member')), toGlobalId('user', newId('user'))])(
    'does not find %p',
    async (memberId) => {
      expect(await admin.refusalCodes('suspendMember', { memberId, reason })).toEqual(['NOT_FOUND']);
      expect(await admin.refusalCodes('approveMember', { memberId })).toEqual(['NOT_FOUND']);
    },
  );

  it('says why', async () => {
    const { id: memberId } = await givenMember(app);
    expect(await admin.refusalCodes('suspendMember', { memberId, reason: ' ' })).toEqual(['REQUIRED']);
  });
});

describe('the directory', () => {
  const ONE =
    'query ($id: ID!) { member(id: $id) { id name status region agreementVersion appliedAt approvals { by } } }';

  it('shows active members to everybody, without their standing', async () => {
    const { reader, another } = await givenMembers(app, 'reader', 'another');
    const machine = await reader.client('screening:run');
    for (const caller of [reader, machine]) {
      expect(await caller.query(ONE, { id: another.id })).toEqual({
        member: {
          id: another.id,
          name: another.name,
          status: null,
          region: null,
          agreementVersion: null,
          appliedAt: null,
          approvals: null,
        },
      });
    }
    expect(await another.query(ONE, { id: another.id })).toMatchObject({ member: { status: 'ACTIVE' } });
  });

  it('gives one answer for members that are hidden, unknown or malformed', async () => {
    const { reader } = await givenMembers(app, 'reader');
    const applied = await anApplication();
    const suspended = (await givenMember(app)).id;
    await change(admin, 'suspendMember', { memberId: suspended, reason });
    for (const id of [applied, suspended, toGlobalId('member', newId('member')), 'mem_', 'x']) {
      const answer = await reader.send(ONE, { id });
      const { data, errors } = answer.body as { data: unknown; errors?: unknown };
      expect([answer.status, data, errors]).toEqual([200, { member: null }, undefined]);
    }
    expect(await admin.query(ONE, { id: applied })).toMatchObject({ member: { status: 'APPLIED' } });
  });

  it('is listed page by page without gaps, each status for whom it is', async () => {
    const { reader } = await givenMembers(app, 'reader', 'b', 'c', 'd', 'e');
    const PAGE = `query ($first: Int!, $after: Cursor, $status: MemberStatus) {
      members(first: $first, after: $after, status: $status) { nodes { id } pageInfo { hasNextPage endCursor } } }`;
    interface Answer {
      readonly members: {
        readonly nodes: readonly { readonly id: string }[];
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
      };
    }
    const collected: string[] = [];
    let after: string | null = null;
    do {
      const { members }: Answer = await reader.query<Answer>(PAGE, { first: 2, after });
      collected.push(...members.nodes.map(({ id }) => id));
      after = members.pageInfo.hasNextPage ? members.pageInfo.endCursor : null;
    } while (after !== null);
    const whole = await reader.query<Answer>(PAGE, { first: 100 });
    expect(collected).toEqual(whole.members.nodes.map(({ id }) => id));
    expect(new Set(collected).size).toBe(collected.length);

    await anApplication();
    expect((await reader.query<Answer>(PAGE, { first: 100, status: 'APPLIED' })).members.nodes).toEqual([]);
    expect((await admin.query<Answer>(PAGE, { first: 1, status: 'APPLIED' })).members.nodes).toHaveLength(1);
    expect(await reader.errorCodes(PAGE, { first: 2, after: 'bm90b3Vycw' })).toEqual(['BAD_USER_INPUT']);
  });
});

describe('users', () => {
  const aUser = (roles: string[], more = {}) => ({
    email: `${newId('user')}@person.example`,
    name: 'Robin',
    roles,
    ...more,
  });
  const create = (caller: Caller, input: Readonly<Record<string, unknown>>) =>
    caller.mutate<UserPayload>('createUser', input, USER);

  it('are seen and changed by their own member alone', async () => {
    const { member, outsider } = await givenMembers(app, 'member', 'outsider');
    const { user } = await create(member, aUser(['SUBMITTER']));
    const userId = user?.id ?? '';
    const unknown = toGlobalId('user', newId('user'));
    const LIST = '{ users { nodes { id } } }';
    expect(JSON.stringify(await member.query(LIST))).toContain(userId);
    expect(JSON.stringify(await outsider.query(LIST))).not.toContain(userId);

    for (const id of [userId, unknown, 'x']) {
      const changed = await outsider.mutate('changeUserRoles', { userId: id, roles: ['SCREENER'] });
      const ended = await outsider.mutate('deactivateUser', { userId: id });
      const notFound = [
        { code: 'NOT_FOUND', field: ['userId'], message: 'There is no such user, or you may not manage it.' },
      ];
      expect([changed.userErrors, ended.userErrors]).toEqual([notFound, notFound]);
    }
  });

  it('are refused at the next request after a change, and take part with new roles after signing in', async () => {
    const { member } = await givenMembers(app, 'member');
    const colleague = await member.as('SUBMITTER');
    const { viewer } = await colleague.query<{ viewer: { user: { id: string } } }>(
      '{ viewer { user { id } } }',
    );
    const changed = await member.mutate<UserPayload>(
      'changeUserRoles',
      { userId: viewer.user.id, roles: ['SCREENER', 'SCREENER'] },
      USER,
    );
    expect(changed.user?.roles).toEqual(['SCREENER']);
    expect(await colleague.errorCodes('{ viewer { roles } }')).toEqual(['UNAUTHENTICATED']);
  });

  it('cannot be given power by one who has it not, nor take it themselves', async () => {
    const { member } = await givenMembers(app, 'member');
    for (const role of ['COALITION_ADMIN', 'COALITION_ANALYST', 'AUDITOR', 'LIAISON']) {
      expect(await member.refusalCodes('createUser', aUser([role]))).toEqual(['ROLE_NOT_GRANTABLE']);
    }
    const { viewer } = await member.query<{ viewer: { user: { id: string } } }>('{ viewer { user { id } } }');
    const userId = viewer.user.id;
    expect(await member.refusalCodes('changeUserRoles', { userId, roles: ['AUDITOR'] })).toEqual([
      'SAME_PERSON',
    ]);
    expect(await member.refusalCodes('deactivateUser', { userId })).toEqual(['SAME_PERSON']);
  });

  it('of more power are out of reach', async () => {
    const analyst = await coalition.as('COALITION_ANALYST');
    const { viewer } = await analyst.query<{ viewer: { user: { id: string } } }>(
      '{ viewer { user { id } } }',
    );
    const input = { userId: viewer.user.id };
    expect(await coalition.refusalCodes('deactivateUser', input)).toEqual(['NOT_FOUND']);
    expect(await coalition.refusalCodes('changeUserRoles', { ...input, roles: [] })).toEqual(['NOT_FOUND']);
  });

  it('are first made by the coalition, and then by the member itself', async () => {
    const memberId = await anActiveMember();
    const first = aUser(['MEMBER_ADMIN'], { memberId });
    expect((await create(admin, first)).userErrors).toEqual([]);
    expect(await admin.refusalCodes('createUser', aUser(['MEMBER_ADMIN'], { memberId }))).toEqual([
      'ROLE_NOT_GRANTABLE',
    ]);
  });

  it('are made once when two admins make the first one at the same moment', async () => {
    const memberId = await anActiveMember();
    const answers = await Promise.all(
      [admin, otherAdmin].map((caller) => create(caller, aUser(['MEMBER_ADMIN'], { memberId }))),
    );
    expect(answers.map(({ user }) => user !== null).sort()).toEqual([false, true]);
  });

  it('are not made in other members, nor in those that are not active', async () => {
    const { member, another } = await givenMembers(app, 'member', 'another');
    expect(await member.refusalCodes('createUser', aUser(['SUBMITTER'], { memberId: another.id }))).toEqual([
      'NOT_FOUND',
    ]);
    const applied = await anApplication();
    expect(await admin.refusalCodes('createUser', aUser(['MEMBER_ADMIN'], { memberId: applied }))).toEqual([
      'NOT_ALLOWED_IN_STATE',
    ]);
  });

  it('have an address that nobody else has, whatever the case', async () => {
    const { member } = await givenMembers(app, 'member');
    const input = aUser(['SUBMITTER']);
    const both = await Promise.all([
      create(member, input),
      create(member, { ...input, email: input.email.toUpperCase() }),
    ]);
    const codes = both.flatMap(({ userErrors }) => userErrors.map(({ code }) => code));
    expect(codes).toEqual(['EMAIL_TAKEN']);
  });

  it('are refused with an address or a name that is none', async () => {
    const { member } = await givenMembers(app, 'member');
    const { userErrors } = await create(member, { email: 'nobody', name: ' ', roles: ['SUBMITTER'] });
    expect(userErrors.map(({ code, field }) => [code, ...field])).toEqual([
      ['INVALID_FORMAT', 'email'],
      ['REQUIRED', 'name'],
    ]);
  });
});

describe('clients', () => {
  const CLIENT = 'client { id clientId scopes active } clientSecret';
  const create = (caller: Caller, input: Readonly<Record<string, unknown>>) =>
    caller.mutate<ClientPayload>(
      'createClient',
      { name: 'Nightly portfolio', scopes: ['screening:run'], ...input },
      CLIENT,
    );

  it('get a token by the secret that is shown once, until it is rotated', async () => {
    const { member } = await givenMembers(app, 'member');
    const { client, clientSecret } = await create(member, {});
    const id = client?.clientId ?? '';
    const grant = { grant_type: 'client_credentials', client_id: id };
    expect(await tokenAnswer(app.url, { ...grant, client_secret: clientSecret ?? '' })).toMatchObject({
      status: 200,
    });

    const rotated = await member.mutate<ClientPayload>('rotateClientSecret', { clientId: id }, CLIENT);
    expect(await tokenAnswer(app.url, { ...grant, client_secret: clientSecret ?? '' })).toMatchObject({
      status: 401,
    });
    expect(await tokenAnswer(app.url, { ...grant, client_secret: rotated.clientSecret ?? '' })).toMatchObject(
      {
        status: 200,
      },
    );

    await member.mutate('deactivateClient', { clientId: id });
    expect(await tokenAnswer(app.url, { ...grant, client_secret: rotated.clientSecret ?? '' })).toMatchObject(
      {
        status: 401,
      },
    );
    expect(await member.refusalCodes('rotateClientSecret', { clientId: id })).toEqual([
      'NOT_ALLOWED_IN_STATE',
    ]);
  });

  it('with keys of their own have no secret', async () => {
    const { member } = await givenMembers(app, 'member');
    const { publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const jwks = { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'ES256', use: 'sig' }] };
    const { client, clientSecret, userErrors } = await create(member, { jwks });
    expect([userErrors, clientSecret]).toEqual([[], null]);
    expect(await member.refusalCodes('rotateClientSecret', { clientId: client?.id })).toEqual([
      'NOT_ALLOWED_IN_STATE',
    ]);
  });

  it.each([
    [
      'a permission that machines do not hold',
      { scopes: ['report:submit', 'report:triage'] },
      'SCOPE_NOT_GRANTABLE',
    ],
    ['a role', { scopes: ['COALITION_ADMIN'] }, 'SCOPE_NOT_GRANTABLE'],
    ['no scope', { scopes: [] }, 'REQUIRED'],
    ['no key in the set', { jwks: { keys: [] } }, 'INVALID_KEY'],
    ['no name', { name: '' }, 'REQUIRED'],
  ])('are refused with %s', async (_name, input, code) => {
    const { member } = await givenMembers(app, 'member');
    const { client, userErrors } = await create(member, input);
    expect([client, userErrors.map((error) => error.code)]).toEqual([null, [code]]);
  });

  it('are seen and changed by their own member alone', async () => {
    const { member, outsider } = await givenMembers(app, 'member', 'outsider');
    const { client } = await create(member, {});
    const LIST = '{ clients { nodes { id } } }';
    expect(JSON.stringify(await member.query(LIST))).toContain(client?.id);
    expect(JSON.stringify(await outsider.query(LIST))).not.toContain(client?.id);
    for (const clientId of [client?.id, toGlobalId('client', newId('client')), 'x']) {
      expect(await outsider.refusalCodes('rotateClientSecret', { clientId })).toEqual(['NOT_FOUND']);
      expect(await outsider.refusalCodes('deactivateClient', { clientId })).toEqual(['NOT_FOUND']);
    }
  });

  it('do not manage members, users or clients', async () => {
    const { member } = await givenMembers(app, 'member');
    const machine = await member.client('report:submit', 'user:manage', 'client:manage', 'member:approve');
    expect(await machine.errorCodes('{ users { nodes { id } } }')).toEqual(['FORBIDDEN']);
    expect(await machine.errorCodes('{ clients { nodes { id } } }')).toEqual(['FORBIDDEN']);
    expect(await machine.mutationErrorCodes('approveMember', { memberId: member.id })).toEqual(['FORBIDDEN']);
  });
});

describe('sharing groups', () => {
  const GROUPS = '{ sharingGroups { nodes { id name members { nodes { id } } } } }';
  const eventsOf = (groupId: string) =>
    asOwner(app.database, (tx) =>
      tx.query<{ payload: { memberIds: string[]; change: string } }>(
        `select payload from outbox where topic = 'sharing-group.changed' and payload ->> 'sharingGroupId' = $1 order by id`,
        [groupId],
      ),
    );

  it('are seen by those that are in them, and tell of each change', async () => {
    const { a, b, c } = await givenMembers(app, 'a', 'b', 'c');
    const input = { name: unique('Benelux'), description: 'Of three countries.', memberIds: [a.id] };
    const created = await admin.mutate<{ sharingGroup: { id: string } | null }>(
      'createSharingGroup',
      input,
      'sharingGroup { id }',
    );
    const sharingGroupId = created.sharingGroup?.id ?? '';
    await admin.mutate('addSharingGroupMembers', { sharingGroupId, memberIds: [a.id, b.id] });
    expect(JSON.stringify(await a.query(GROUPS))).toContain(sharingGroupId);
    expect(JSON.stringify(await b.query(GROUPS))).toContain(a.id);
    expect(await c.query(GROUPS)).toEqual({ sharingGroups: { nodes: [] } });
    await admin.mutate('removeSharingGroupMembers', { sharingGroupId, memberIds: [a.id, c.id] });
    expect(await a.query(GROUPS)).toEqual({ sharingGroups: { nodes: [] } });

    const { payload: first } = (
      await asOwner(app.database, (tx) =>
        tx.query<{ payload: { sharingGroupId: string } }>(
          `select payload from outbox where topic = 'sharing-group.changed' order by id limit 1`,
        ),
      )
    )[0] ?? { payload: { sharingGroupId: '' } };
    expect(
      (await eventsOf(first.sharingGroupId)).map(({ payload }) => [payload.change, payload.memberIds]),
    ).toEqual([
      ['ADDED', [a.memberId]],
      ['ADDED', [b.memberId]],
      ['REMOVED', [a.memberId]],
    ]);
  });

  it('are refused with a name that is taken, members that are unknown, or too many', async () => {
    const { a } = await givenMembers(app, 'a');
    const name = unique('Nordics');
    const input = { name, description: 'Of the north.', memberIds: [a.id] };
    expect(await admin.refusalCodes('createSharingGroup', input)).toEqual([]);
    expect(await admin.refusalCodes('createSharingGroup', input)).toEqual(['NAME_TAKEN']);

    const applied = await anApplication();
    const { userErrors } = await admin.mutate('createSharingGroup', {
      ...input,
      name: unique('Nordics'),
      memberIds: [a.id, applied, 'x'],
    });
    expect(userErrors.map(({ code, field }) => [code, ...field])).toEqual([
      ['UNKNOWN_MEMBER', 'memberIds', '1'],
      ['UNKNOWN_MEMBER', 'memberIds', '2'],
    ]);
    const tooMany = { ...input, name: unique('Nordics'), memberIds: Array.from({ length: 101 }, () => a.id) };
    expect(await admin.refusalCodes('createSharingGroup', tooMany)).toEqual(['TOO_MANY']);
  });

  it('are changed by the coalition’s admins alone', async () => {
    const { a } = await givenMembers(app, 'a');
    const sharingGroupId = await givenGroup(app, a);
    const input = { sharingGroupId, memberIds: [a.id] };
    expect(await a.mutationErrorCodes('addSharingGroupMembers', input)).toEqual(['FORBIDDEN']);
    expect(await admin.refusalCodes('addSharingGroupMembers', { ...input, sharingGroupId: 'x' })).toEqual([
      'NOT_FOUND',
    ]);
  });
});

describe('the audit log', () => {
  const LOG = `query ($filter: AuditFilter, $first: Int, $after: Cursor) {
    auditEntries(filter: $filter, first: $first, after: $after) {
      nodes { action memberId principalId objectKind objectIds requestId } pageInfo { hasNextPage endCursor } } }`;
  interface Log {
    readonly auditEntries: {
      readonly nodes: readonly {
        readonly action: string;
        readonly memberId: string | null;
        readonly objectIds: string[];
      }[];
      readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
    };
  }

  it('tells an auditor who took a member in, in order', async () => {
    const memberId = await anActiveMember();
    const { auditEntries } = await auditor.query<Log>(LOG, { first: 100 });
    const acts = auditEntries.nodes
      .filter(({ objectIds }) => objectIds.includes(memberId))
      .map(({ action }) => action);
    expect(acts.reverse()).toEqual([
      'member.apply',
      'member.sign-agreement',
      'member.approve',
      'member.approve',
    ]);
  });

  it('shows a member admin the own member alone', async () => {
    const { member, another } = await givenMembers(app, 'member', 'another');
    await member.mutate('createClient', { name: 'A machine', scopes: ['screening:run'] });
    await another.mutate('createClient', { name: 'A machine', scopes: ['screening:run'] });
    const own = await member.query<Log>(LOG);
    expect(own.auditEntries.nodes.map(({ action, memberId }) => [action, memberId])).toEqual([
      ['client.create', member.id],
    ]);
    const others = await member.query<Log>(LOG, { filter: { memberId: another.id } });
    expect(others.auditEntries.nodes).toEqual([]);
  });

  it('is read page by page, narrowed, and the reading is in it', async () => {
    const { member } = await givenMembers(app, 'member');
    for (let count = 0; count < 3; count += 1) {
      await member.mutate('createClient', { name: `Machine ${count}`, scopes: ['screening:run'] });
    }
    const filter = { action: 'client.create' };
    const first = await member.query<Log>(LOG, { filter, first: 2 });
    const { endCursor: after } = first.auditEntries.pageInfo;
    const second = await member.query<Log>(LOG, { filter, first: 2, after });
    const seen = [...first.auditEntries.nodes, ...second.auditEntries.nodes].flatMap(
      ({ objectIds }) => objectIds,
    );
    expect([seen.length, new Set(seen).size, second.auditEntries.pageInfo.hasNextPage]).toEqual([
      3,
      3,
      false,
    ]);
    const reads = await member.query<Log>(LOG, { filter: { action: 'audit.read' } });
    expect(reads.auditEntries.nodes).toHaveLength(2);
  });

  it('cannot be changed or cut by the service', async () => {
    for (const sql of [
      `update audit_entry set action = 'x.y'`,
      'delete from audit_entry',
      'truncate audit_entry',
    ]) {
      for (const role of ['sign_in', 'resolver', 'sequencer', 'operator'] as const)
        await expect(app.database.asSystem(role, (tx) => tx.query(sql))).rejects.toThrow(/permission denied/);
      await expect(app.database.statement({ name: `spec.${sql}`, text: sql }, [])).rejects.toThrow(
        /permission denied/,
      );
    }
  });
});

describe('createFirstAdmin', () => {
  const anAdmin = (more = {}) => ({
    email: `${newId('user')}@coalition.example`,
    name: 'Ada',
    coalitionName: 'A coalition',
    country: 'CH',
    ...more,
  });

  it('founds a coalition once, and makes the admins that it needs', async () => {
    const empty = await createTestApp();
    try {
      const admins = empty.nest.get(FirstAdmins);
      const [first, second] = await Promise.all([
        admins.createFirstAdmin(anAdmin()),
        admins.createFirstAdmin(anAdmin({ coalitionName: 'Another name' })),
      ]);
      if (!first.ok || !second.ok) throw new Error('Both addresses are new.');
      expect(first.value.memberId).toBe(second.value.memberId);
      const members = await asOwner(empty.database, (tx) =>
        tx.query('select kind, status, agreement_version from member'),
      );
      expect(members).toEqual([
        { kind: 'CLEARINGHOUSE', status: 'ACTIVE', agreement_version: AGREEMENT_VERSION },
      ]);
    } finally {
      await empty.close();
    }
  });

  it('refuses an address that is taken or none, and a weak password', async () => {
    const admins = app.nest.get(FirstAdmins);
    const input = anAdmin();
    expect(await admins.createFirstAdmin(input)).toMatchObject({ ok: true });
    expect(await admins.createFirstAdmin(input)).toMatchObject({ refusals: [{ code: 'EMAIL_TAKEN' }] });
    expect(await admins.createFirstAdmin(anAdmin({ email: 'x' }))).toMatchObject({
      refusals: [{ code: 'INVALID_FORMAT', field: ['email'] }],
    });
    expect(await admins.createFirstAdmin(anAdmin({ password: 'password1234567' }))).toMatchObject({
      refusals: [{ code: 'WEAK_PASSWORD' }],
    });
  });
});
