import request from 'supertest';

import { createTestApp, type TestApp } from './support/app.js';
import type { Caller } from './support/caller.js';
import { givenCoalition, givenMembers } from './support/members.js';

const LIMIT = 2_000;
const VIEWER = '{ viewer { member { id name } } }';
/** One call of a service and the values of its answer: the two objects, the id and the name. */
const VIEWER_COST = 10 + 4;

interface Answered {
  readonly status: number;
  readonly retryAfter: string | undefined;
  readonly code: string | undefined;
  readonly rateLimit: { readonly cost: number; readonly remaining: number } | undefined;
}

async function asks(caller: Caller, document = VIEWER, variables = {}): Promise<Answered> {
  const answer = await caller.send(document, variables);
  const { errors, extensions } = answer.body as {
    errors?: { extensions: { code: string } }[];
    extensions?: { rateLimit?: Answered['rateLimit'] };
  };
  return {
    status: answer.status,
    retryAfter: answer.headers['retry-after'],
    code: errors?.[0]?.extensions.code,
    rateLimit: extensions?.rateLimit,
  };
}

describe('the limit of a member', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createTestApp({ config: { ratePointsMax: LIMIT } });
  });

  afterAll(() => app.close());

  beforeEach(() => {
    app.clock.advance({ minutes: 1 });
  });

  it('tells on every answer what it cost, what is left and when it refills', async () => {
    const { member } = await givenMembers(app, 'member');
    const answer = await member.send(VIEWER);
    expect((answer.body as { extensions: unknown }).extensions).toEqual({
      rateLimit: {
        cost: VIEWER_COST,
        limit: LIMIT,
        remaining: LIMIT - VIEWER_COST,
        refillsAt: new Date(app.clock.now().getTime() + 60_000).toISOString(),
      },
    });
  });

  it('refuses what comes once it is spent, with 429, and takes it again when the minute is over', async () => {
    const { member } = await givenMembers(app, 'member');
    app.clock.advance({ seconds: 20 });
    const allowed = Math.floor(LIMIT / VIEWER_COST);
    for (let asked = 0; asked < allowed; asked += 1) {
      expect(await asks(member)).toMatchObject({ status: 200 });
    }
    expect(await asks(member)).toMatchObject({ status: 429, code: 'RATE_LIMITED', retryAfter: '40' });

    app.clock.advance({ seconds: 40 });
    expect(await asks(member)).toMatchObject({
      status: 200,
      rateLimit: { remaining: LIMIT - VIEWER_COST },
    });
  });

  it('runs nothing of a request that it refuses', async () => {
    const { member } = await givenMembers(app, 'member');
    while ((await asks(member)).status === 200);
    const before = await auditEntries(app);
    const create = `mutation ($input: CreateClientInput!) { createClient(input: $input) { userErrors { code } } }`;
    const refused = await asks(member, create, { input: { name: 'Never made', scopes: ['screening:run'] } });
    expect(refused).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
    expect(await auditEntries(app)).toBe(before);
  });

  it('holds for all people and machines of the member together, and not for those of another', async () => {
    const { member, other } = await givenMembers(app, 'member', 'other');
    const machine = await member.client('screening:run');
    while ((await asks(machine)).status === 200);
    expect(await asks(member)).toMatchObject({ status: 429 });
    expect(await asks(other)).toMatchObject({ status: 200 });
  });

  it('holds across instances: together they let through what one would, within a twentieth', async () => {
    const { member } = await givenMembers(app, 'member');
    const second = await app.anotherInstance();
    const token = await member.token();
    const spent = [0, 0];
    let refusals = 0;
    for (let asked = 0; asked < (2 * LIMIT) / VIEWER_COST; asked += 1) {
      const place = asked % 2;
      const { url } = place === 0 ? app : second;
      const { status } = await request(url)
        .post('/graphql')
        .set('accept', 'application/json')
        .set('authorization', `Bearer ${token ?? ''}`)
        .send({ query: VIEWER });
      if (status === 200) spent[place] = (spent[place] ?? 0) + VIEWER_COST;
      else refusals += 1;
    }
    const total = spent.reduce((sum, each) => sum + each, 0);
    expect(total).toBeLessThanOrEqual(LIMIT);
    expect(total).toBeGreaterThan(LIMIT - LIMIT / 20);
    expect(Math.min(...spent)).toBeGreaterThan(LIMIT / 4);
    expect(refusals).toBeGreaterThan(0);
  });

  it('holds for requests that come all at once', async () => {
    const { member } = await givenMembers(app, 'member');
    await member.token();
    const answers = await Promise.all(
      Array.from({ length: 2 * Math.ceil(LIMIT / VIEWER_COST) }, () => asks(member)),
    );
    const taken = answers.filter(({ status }) => status === 200).length;
    expect(taken).toBe(Math.floor(LIMIT / VIEWER_COST));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 429]));
  });

  it('charges for documents that cannot run, so that they are no way around it', async () => {
    const { member } = await givenMembers(app, 'member');
    expect(await asks(member, '{ viewer { nothing } }')).toMatchObject({
      code: 'GRAPHQL_VALIDATION_FAILED',
      rateLimit: { cost: 100 },
    });
    expect(await asks(member, '{ viewer {')).toMatchObject({
      code: 'GRAPHQL_PARSE_FAILED',
      rateLimit: { cost: 100, remaining: LIMIT - 200 },
    });
    let last = await asks(member, '{ viewer {');
    while (last.status === 200) last = await asks(member, '{ viewer {');
    expect(last).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
  });

  it('charges a page by the size that comes with the variables', async () => {
    const { member } = await givenMembers(app, 'member');
    const document = 'query ($first: Int!) { members(first: $first) { nodes { id } } }';
    const small = await asks(member, document, { first: 1 });
    const large = await asks(member, document, { first: 100 });
    expect([small.rateLimit?.cost, large.rateLimit?.cost]).toEqual([10 + 1 + 2, 10 + 1 + 200]);
  });

  it('lets a request that costs more than a minute have the whole of one', async () => {
    const { member } = await givenMembers(app, 'member');
    const group = Array.from(
      { length: 9 },
      (_, place) => `a${place}: members(first: 100) { nodes { id name kind country region status } }`,
    );
    const document = `{ ${group.join(' ')} }`;
    expect(await asks(member, document)).toMatchObject({
      status: 200,
      rateLimit: { cost: LIMIT, remaining: 0 },
    });
    expect(await asks(member)).toMatchObject({ status: 429 });
  });
});

describe('a limit of its own', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await createTestApp({ config: { ratePointsMax: LIMIT, screeningQuotaMax: 70 } });
  });

  afterAll(() => app.close());

  const limits = 'limits { memberId ratePointsMax screeningQuotaMax reason }';
  const find = 'query ($id: ID!) { memberLimits(memberId: $id) { ratePointsMax screeningQuotaMax reason } }';

  it('is set for a member by an admin of the coalition, stands in the audit log, and holds from the next minute on', async () => {
    const { member, other } = await givenMembers(app, 'member', 'other');
    const { admin, auditor } = await givenCoalition(app);
    await asks(member);
    const set = { memberId: member.id, ratePointsMax: 9_000, reason: 'A large portfolio.' };
    expect(await admin.mutate('setMemberLimits', set, limits)).toEqual({
      limits: {
        memberId: member.id,
        ratePointsMax: 9_000,
        screeningQuotaMax: 70,
        reason: 'A large portfolio.',
      },
      userErrors: [],
    });
    expect((await asks(member)).rateLimit).toMatchObject({ limit: LIMIT });
    app.clock.advance({ minutes: 1 });
    expect((await asks(member)).rateLimit).toMatchObject({ limit: 9_000 });
    expect((await asks(other)).rateLimit).toMatchObject({ limit: LIMIT });

    const { auditEntries: entries } = await auditor.query<{
      auditEntries: { nodes: { objectIds: string[] }[] };
    }>('{ auditEntries(filter: { action: "member.set-limits" }) { nodes { objectIds } } }');
    expect(entries.nodes).toEqual([{ objectIds: [member.id] }]);

    await admin.mutate('setMemberLimits', { memberId: member.id, reason: 'As it was.' }, limits);
    app.clock.advance({ minutes: 1 });
    expect((await asks(member)).rateLimit).toMatchObject({ limit: LIMIT });
  });

  it('is not set by an admin for its own member, nor for one that there is not, nor by anybody else', async () => {
    const { member } = await givenMembers(app, 'member');
    const { admin, analyst, coalition } = await givenCoalition(app);
    const set = { ratePointsMax: 9_000, reason: 'More.' };
    expect(await admin.refusalCodes('setMemberLimits', { ...set, memberId: coalition.id })).toEqual([
      'OWN_MEMBER',
    ]);
    expect(await admin.refusalCodes('setMemberLimits', { ...set, memberId: 'mem_nothing' })).toEqual([
      'NOT_FOUND',
    ]);
    for (const caller of [member, analyst]) {
      expect(await caller.mutationErrorCodes('setMemberLimits', { ...set, memberId: member.id })).toEqual([
        'FORBIDDEN',
      ]);
    }
    const outOfRange = { ...set, memberId: member.id, ratePointsMax: 1 };
    expect(await admin.mutationErrorCodes('setMemberLimits', outOfRange)).toEqual(['BAD_USER_INPUT']);
  });

  it('is read by the member itself and by admins of the coalition; to others there is none', async () => {
    const { member, other } = await givenMembers(app, 'member', 'other');
    const { admin } = await givenCoalition(app);
    await admin.mutate('setMemberLimits', { memberId: member.id, screeningQuotaMax: 5, reason: 'Small.' });
    const seen = { memberLimits: { ratePointsMax: LIMIT, screeningQuotaMax: 5, reason: 'Small.' } };
    expect(await member.query(find, { id: member.id })).toEqual(seen);
    expect(await admin.query(find, { id: member.id })).toEqual(seen);
    expect(await other.query(find, { id: member.id })).toEqual({ memberLimits: null });
    expect(await other.query(find, { id: other.id })).toEqual({
      memberLimits: { ratePointsMax: LIMIT, screeningQuotaMax: 70, reason: null },
    });
  });
});

describe('the limit of a network', () => {
  let app: TestApp;
  const REQUESTS = 20;

  beforeAll(async () => {
    app = await createTestApp({ config: { networkRequestsMax: REQUESTS, trustedProxies: ['127.0.0.1'] } });
  });

  afterAll(() => app.close());

  beforeEach(() => {
    app.clock.advance({ minutes: 1 });
  });

  const askToken = (address: string): request.Test =>
    request(app.url)
      .post('/oauth/token')
      .set('x-forwarded-for', address)
      .type('form')
      .send({ grant_type: 'x' });

  it('refuses the token endpoint to an address that asks too often, and to no other', async () => {
    for (let asked = 0; asked < REQUESTS; asked += 1) expect((await askToken('192.0.2.1')).status).toBe(400);
    const refused = await askToken('192.0.2.1');
    expect(refused.status).toBe(429);
    expect(refused.headers['retry-after']).toBe('60');
    expect(refused.body).toMatchObject({ error: 'temporarily_unavailable' });
    expect((await askToken('192.0.2.2')).status).toBe(400);
  });

  it('counts the addresses of one IPv6 subscriber together', async () => {
    for (let asked = 0; asked < REQUESTS; asked += 1) await askToken(`2001:db8:0:1::${asked.toString(16)}`);
    expect((await askToken('2001:db8:0:1:ffff::1')).status).toBe(429);
    expect((await askToken('2001:db8:0:2::1')).status).toBe(400);
  });

  it('limits GraphQL of whoever shows no credential, and not of who does', async () => {
    const { member } = await givenMembers(app, 'member');
    let answers = 0;
    while ((await asks(app.anonymous, '{ __typename }')).status === 200) answers += 1;
    expect(answers).toBe(REQUESTS);
    expect(await asks(app.anonymous)).toMatchObject({ status: 429, code: 'RATE_LIMITED' });
    expect(await asks(member)).toMatchObject({ status: 200 });
  });

  it('believes no other proxy', async () => {
    const untrusting = await createTestApp({ config: { networkRequestsMax: 1 } });
    const ask = (address: string): request.Test =>
      request(untrusting.url).post('/oauth/token').set('x-forwarded-for', address).type('form').send({});
    await ask('192.0.2.1');
    expect((await ask('192.0.2.2')).status).toBe(429);
    await untrusting.close();
  });
});

async function auditEntries(app: TestApp): Promise<number> {
  const [row] = await app.database.systemStatement<{ count: number }>(
    'operator',
    { name: 'test.countAudit', text: 'select count(*)::int as count from audit_entry' },
    [],
  );
  return row?.count ?? 0;
}
