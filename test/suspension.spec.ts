import { generateSync } from 'otplib';

import { ClientAccounts, UserAccounts } from '../src/auth/index.js';
import { newId, toGlobalId } from '../src/common/id.js';
import { createTestApp, type TestApp } from './support/app.js';
import { asOwner } from './support/as-owner.js';
import { givenCoalition, givenMember, type TestMember } from './support/members.js';
import { tokenAnswer, type TokenAnswer } from './support/token-endpoint.js';

/**
 * What ends with somebody's power, on every instance. That the very next request is refused, for every role and kind of
 * machine and by every act, with the time it takes, is measured by attack/suspension (test/attack/suspension.spec.ts).
 */
let app: TestApp;
let other: TestApp;
let coalition: Awaited<ReturnType<typeof givenCoalition>>;

beforeAll(async () => {
  app = await createTestApp();
  other = await app.anotherInstance();
  coalition = await givenCoalition(app);
});

afterAll(() => app.close());

interface Machine {
  readonly id: string;
  readonly signIn: (on?: TestApp) => Promise<TokenAnswer>;
}

async function givenMachine(member: TestMember): Promise<Machine> {
  const { clientId, secret = '' } = await asOwner(app.database, (tx) =>
    app.nest
      .get(ClientAccounts)
      .create(tx, { memberId: member.memberId, name: 'A machine', scopes: ['screening:run'] }),
  );
  const id = toGlobalId('client', clientId);
  const form = { grant_type: 'client_credentials', client_id: id, client_secret: secret };
  return { id, signIn: (on = app) => tokenAnswer(on.url, form) };
}

interface Person {
  readonly id: string;
  readonly signIn: (on?: TestApp) => Promise<TokenAnswer>;
}

async function givenPerson(member: TestMember): Promise<Person> {
  const username = `${newId('user')}@person.example`;
  const { memberId } = member;
  const made = await asOwner(app.database, (tx) =>
    app.nest
      .get(UserAccounts)
      .create(tx, { memberId, email: username, name: 'A person', roles: ['SCREENER'] }),
  );
  if (made === undefined) throw new Error('A random address cannot be taken.');
  const signIn = (on = app): Promise<TokenAnswer> => {
    const totp = generateSync({ secret: made.totpSecret, epoch: app.clock.now().getTime() / 1000 });
    return tokenAnswer(on.url, { grant_type: 'password', username, password: made.password, totp });
  };
  return { id: toGlobalId('user', made.userId), signIn };
}

function refresh({ refresh_token: token = '' }: TokenAnswer, on = app): Promise<TokenAnswer> {
  return tokenAnswer(on.url, { grant_type: 'refresh_token', refresh_token: token });
}

/** Whether each instance takes a token. Asked twice, so that each answers from what it remembers as well. */
async function areTaken(token: string | undefined): Promise<boolean[]> {
  const taken: boolean[] = [];
  for (const each of [app, other, app, other]) {
    const answer = await each.anonymous.send('{ viewer { member { id } } }', {}, token ?? 'none');
    taken.push((answer.body as { errors?: unknown }).errors === undefined);
  }
  return taken;
}

const EVERYWHERE = [true, true, true, true];
const NOWHERE = [false, false, false, false];

async function suspend(member: TestMember): Promise<void> {
  await coalition.admin.mutate('suspendMember', { memberId: member.id, reason: 'As the test says.' });
}

async function resume(member: TestMember): Promise<void> {
  await coalition.admin.mutate('resumeMember', { memberId: member.id, reason: 'As the test says.' });
}

describe('a suspended member', () => {
  it('is refused everywhere with tokens that every instance has verified and remembers', async () => {
    const member = await givenMember(app);
    const [machine, person] = [await givenMachine(member), await givenPerson(member)];
    const tokens = [(await machine.signIn()).access_token, (await person.signIn(other)).access_token];
    for (const token of tokens) expect(await areTaken(token)).toEqual(EVERYWHERE);
    await suspend(member);
    for (const token of tokens) expect(await areTaken(token)).toEqual(NOWHERE);
  });

  it('gets no token by any way of signing in, on any instance, with the answer that a stranger gets', async () => {
    const member = await givenMember(app);
    const [machine, person] = [await givenMachine(member), await givenPerson(member)];
    const session = await person.signIn();
    await suspend(member);
    app.clock.advance({ seconds: 30 });
    for (const on of [app, other]) {
      expect(await machine.signIn(on)).toMatchObject({ status: 401, error: 'invalid_client' });
      expect(await person.signIn(on)).toMatchObject({ status: 400, error: 'invalid_grant' });
      expect(await refresh(session, on)).toMatchObject({ status: 400, error: 'invalid_grant' });
    }
  });

  it('signs in anew when it is resumed: its people’s sessions stay ended', async () => {
    const member = await givenMember(app);
    const [machine, person] = [await givenMachine(member), await givenPerson(member)];
    const session = await person.signIn();
    await suspend(member);
    await resume(member);
    expect(await refresh(session)).toMatchObject({ error: 'invalid_grant' });
    app.clock.advance({ seconds: 30 });
    expect(await areTaken((await person.signIn()).access_token)).toEqual(EVERYWHERE);
    expect(await areTaken((await machine.signIn()).access_token)).toEqual(EVERYWHERE);
  });

  it('leaves everybody else as they were', async () => {
    const [member, neighbour] = [await givenMember(app), await givenMember(app)];
    const machine = await givenMachine(neighbour);
    const { access_token: token } = await machine.signIn();
    await suspend(member);
    expect(await areTaken(token)).toEqual(EVERYWHERE);
  });
});

describe('a machine', () => {
  it('that is deactivated stays so, whatever it still holds', async () => {
    const member = await givenMember(app);
    const machine = await givenMachine(member);
    const { access_token: token } = await machine.signIn();
    await member.mutate('deactivateClient', { clientId: machine.id });
    expect(await areTaken(token)).toEqual(NOWHERE);
    expect(await machine.signIn(other)).toMatchObject({ error: 'invalid_client' });
    expect(await member.refusalCodes('rotateClientSecret', { clientId: machine.id })).toEqual([
      'NOT_ALLOWED_IN_STATE',
    ]);
  });

  it('whose secret is replaced loses its tokens and the old secret on every instance', async () => {
    const member = await givenMember(app);
    const machine = await givenMachine(member);
    const { access_token: token } = await machine.signIn();
    await member.mutate('rotateClientSecret', { clientId: machine.id });
    expect(await areTaken(token)).toEqual(NOWHERE);
    for (const on of [app, other])
      expect(await machine.signIn(on)).toMatchObject({ error: 'invalid_client' });
  });
});

describe('a person', () => {
  it('whose roles change loses tokens and gets the new roles, no longer the old ones', async () => {
    const member = await givenMember(app);
    const person = await givenPerson(member);
    const session = await person.signIn();
    await member.mutate('changeUserRoles', { userId: person.id, roles: ['SUBMITTER'] });
    expect(await areTaken(session.access_token)).toEqual(NOWHERE);
    app.clock.advance({ seconds: 30 });
    const { access_token: token = '' } = await person.signIn(other);
    const answer = await app.anonymous.send('{ viewer { roles } }', {}, token);
    expect((answer.body as { data: unknown }).data).toEqual({ viewer: { roles: ['SUBMITTER'] } });
  });

  it('that is deactivated is out for good', async () => {
    const member = await givenMember(app);
    const person = await givenPerson(member);
    const session = await person.signIn();
    await member.mutate('deactivateUser', { userId: person.id });
    expect(await areTaken(session.access_token)).toEqual(NOWHERE);
    app.clock.advance({ seconds: 30 });
    expect(await refresh(session, other)).toMatchObject({ error: 'invalid_grant' });
    expect(await person.signIn(other)).toMatchObject({ error: 'invalid_grant' });
  });
});

describe('a transaction that began before', () => {
  it('ends by the time limits of its connection: nothing of a suspended member goes on for long', async () => {
    const settings = ['statement_timeout', 'lock_timeout', 'idle_in_transaction_session_timeout'];
    const limits = await app.database.statement<Record<string, string>>(
      {
        name: 'test.limits',
        text: `select name, setting from pg_settings where name = any ($1) order by name`,
      },
      [settings],
    );
    expect(limits).toEqual([
      { name: 'idle_in_transaction_session_timeout', setting: '30000' },
      { name: 'lock_timeout', setting: '10000' },
      { name: 'statement_timeout', setting: '30000' },
    ]);
  });
});
