import request from 'supertest';

import { Sessions, UserAccounts } from '../src/auth/index.js';
import { newId } from '../src/common/id.js';
import { createTestApp, TEST_PUBLIC_URL, type TestApp } from './support/app.js';
import { asOwner } from './support/as-owner.js';
import { Browser, codesOf } from './support/browser.js';
import { givenCoalition, givenMember } from './support/members.js';
import { givenPerson, signedIn, type Person } from './support/people.js';

const VIEWER = '{ viewer { user { id } permissions } }';
const SESSIONS = '{ sessions { id kind method current startedAt endsAt } }';
const END =
  'mutation ($input: EndSessionInput!) { endSession(input: $input) { sessionId userErrors { code } } }';

let app: TestApp;
let other: TestApp;

beforeAll(async () => {
  app = await createTestApp();
  other = await app.anotherInstance();
});

afterAll(() => app.close());

interface ShownSession {
  readonly id: string;
  readonly kind: string;
  readonly current: boolean;
}

const sessionsOf = async (browser: Browser): Promise<readonly ShownSession[]> =>
  (await browser.query<{ sessions: ShownSession[] }>(SESSIONS)).sessions;

/** Whether the API takes the browser's cookie. */
async function isIn(browser: Browser): Promise<boolean> {
  return codesOf(await browser.send(VIEWER)).length === 0;
}

describe('a browser', () => {
  it('gets a session in a cookie that nothing but the browser sees, for this host, over TLS', async () => {
    const person = await givenPerson(app);
    const { email, password } = person;
    const answer = await new Browser(app).post('/sign-in/password', { email, password, code: person.code() });
    expect([answer.status, answer.body]).toEqual([200, { leftS: 8 * 3600 }]);
    expect(answer.headers['set-cookie']).toEqual([
      expect.stringMatching(
        /^__Host-cordon=[0-9a-f-]{36}\.[\w-]{43}; Max-Age=28800; Path=\/; Secure; HttpOnly; SameSite=Strict$/,
      ),
    ]);
    expect(answer.headers['cache-control']).toBe('no-store');
  });

  it('is known by it on every instance', async () => {
    const person = await givenPerson(app);
    const browser = await signedIn(app, person);
    const elsewhere = new Browser(other);
    for (const [name, value] of browser.cookies) elsewhere.cookies.set(name, value);
    expect(await browser.query(VIEWER)).toMatchObject({ viewer: { user: { id: person.id } } });
    expect(await elsewhere.query(VIEWER)).toMatchObject({ viewer: { user: { id: person.id } } });
  });

  it('is out when it signs out, and forgets the cookie', async () => {
    const browser = await signedIn(app, await givenPerson(app));
    const kept = new Map(browser.cookies);
    const answer = await browser.post('/sign-in/end');
    expect(answer.status).toBe(204);
    expect(browser.cookies.size).toBe(0);
    for (const [name, value] of kept) browser.cookies.set(name, value);
    expect(await isIn(browser)).toBe(false);
  });

  it.each<[string, (cookie: string) => string]>([
    ['another secret', (cookie) => cookie.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'))],
    ['another session', (cookie) => cookie.replace(/^[^.]*/, newId('session'))],
    ['no secret', (cookie) => cookie.replace(/\..*/, '.')],
    ['nothing', () => ''],
    ['a long text', () => 'x'.repeat(3000)],
    ['SQL', () => `' or 1=1 --.${'A'.repeat(43)}`],
  ])('is not known by a cookie with %s', async (_name, change) => {
    const browser = await signedIn(app, await givenPerson(app));
    browser.cookies.set('__Host-cordon', change(browser.cookies.get('__Host-cordon') ?? ''));
    expect(await isIn(browser)).toBe(false);
  });

  it('is not known by the refresh token of a program, nor a program by its cookie', async () => {
    const person = await givenPerson(app);
    const browser = await signedIn(app, person);
    const cookie = browser.cookies.get('__Host-cordon') ?? '';
    const refresh = await request(app.url)
      .post('/oauth/token')
      .type('form')
      .send({ grant_type: 'refresh_token', refresh_token: cookie });
    expect(refresh.body).toMatchObject({ error: 'invalid_grant' });
    expect(await isIn(browser)).toBe(true);

    app.clock.advance({ seconds: 30 });
    const { email: username, password } = person;
    const program = await request(app.url)
      .post('/oauth/token')
      .type('form')
      .send({ grant_type: 'password', username, password, totp: person.code() });
    browser.cookies.set('__Host-cordon', (program.body as { refresh_token: string }).refresh_token);
    expect(await isIn(browser)).toBe(false);
  });
});

describe('a cookie', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await signedIn(app, await givenPerson(app));
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['another site', { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }],
    ['another site that hides where it is', { origin: 'null', 'sec-fetch-site': 'cross-site' }],
    [
      'a neighbour below the same domain',
      { origin: 'https://evil.cordon.example', 'sec-fetch-site': 'same-site' },
    ],
    ['another site, by an old browser', { origin: 'https://evil.example', 'sec-fetch-site': '' }],
    ['another site, by a browser that sends no origin', { origin: '', 'sec-fetch-site': 'cross-site' }],
    ['the address bar', { origin: '', 'sec-fetch-site': 'none' }],
    ['nowhere', { origin: '', 'sec-fetch-site': '' }],
    ['the same host without TLS', { origin: 'http://cordon.example' }],
    ['the same host at another port', { origin: `${TEST_PUBLIC_URL}:8443` }],
  ])('counts for nothing when the request comes from %s', async (_name, headers) => {
    expect(codesOf(await browser.send(VIEWER, {}, headers))).toEqual(['UNAUTHENTICATED']);
  });

  it.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain', ''])(
    'counts for nothing with a body of the type "%s", which a form can send',
    async (type) => {
      const answer = await browser.send(VIEWER, {}, { 'content-type': type });
      expect([answer.status, codesOf(answer)]).toEqual([415, ['UNSUPPORTED_MEDIA_TYPE']]);
    },
  );

  it.each<[string, Readonly<Record<string, string>>]>([
    ['an origin alone', { 'sec-fetch-site': '' }],
    ['Sec-Fetch-Site alone', { origin: '' }],
  ])('counts with %s', async (_name, headers) => {
    expect(codesOf(await browser.send(VIEWER, {}, headers))).toEqual([]);
  });

  it('counts for nothing beside a token, good or bad', async () => {
    const { admin } = await givenCoalition(app);
    const asAdmin = await browser.send(
      VIEWER,
      {},
      { authorization: `Bearer ${(await admin.token()) ?? ''}` },
    );
    expect(
      (asAdmin.body as { data: { viewer: { permissions: string[] } } }).data.viewer.permissions,
    ).toContain('member:approve');
    const asNobody = await browser.send(VIEWER, {}, { authorization: 'Bearer none' });
    expect(codesOf(asNobody)).toEqual(['UNAUTHENTICATED']);
  });

  it.each(['/sign-in/password', '/sign-in/end', '/sign-in/passkey', '/sign-in/provider'])(
    'is neither set nor cleared at %s by another site',
    async (path) => {
      const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
      const answer = await new Browser(app).post(path, {}, headers);
      expect([answer.status, answer.headers['set-cookie']]).toEqual([403, undefined]);
    },
  );
});

describe('a session of a browser', () => {
  it('ends after standing idle for fifteen minutes, and goes on while it is used', async () => {
    const browser = await signedIn(app, await givenPerson(app));
    for (let times = 0; times < 3; times += 1) {
      app.clock.advance({ minutes: 14 });
      expect(await isIn(browser)).toBe(true);
    }
    app.clock.advance({ minutes: 15, seconds: 1 });
    expect(await isIn(browser)).toBe(false);
  });

  it('ends after eight hours however busy', async () => {
    const browser = await signedIn(app, await givenPerson(app));
    for (let minutes = 0; minutes < 8 * 60 - 10; minutes += 10) {
      app.clock.advance({ minutes: 10 });
      if (!(await isIn(browser))) throw new Error(`It ended after ${minutes + 10} minutes.`);
    }
    app.clock.advance({ minutes: 10 });
    expect(await isIn(browser)).toBe(false);
  });

  it.each<[string, (person: Person) => Promise<unknown>]>([
    [
      'roles change',
      ({ userId }) =>
        asOwner(app.database, (tx) => app.nest.get(UserAccounts).changeRoles(tx, userId, ['SCREENER'])),
    ],
    [
      'account is deactivated',
      ({ userId }) => asOwner(app.database, (tx) => app.nest.get(UserAccounts).deactivate(tx, userId)),
    ],
    [
      'member is suspended',
      ({ member }) =>
        asOwner(app.database, async (tx) => {
          await tx.query(`update member set status = 'SUSPENDED' where id = $1`, [member.memberId]);
          await app.nest.get(Sessions).endOfMember(tx, member.memberId);
        }),
    ],
  ])('ends at once, on every instance, when its person’s %s', async (_name, change) => {
    const person = await givenPerson(app);
    const browser = await signedIn(app, person, new Browser(other));
    expect(await isIn(browser)).toBe(true);
    await change(person);
    expect(await isIn(browser)).toBe(false);
  });

  it('is seen by its own person alone, who ends it', async () => {
    const [person, stranger] = [await givenPerson(app), await givenPerson(app)];
    const browser = await signedIn(app, person);
    app.clock.advance({ seconds: 30 });
    const second = await signedIn(app, person);
    const foreign = await signedIn(app, stranger);
    const seen = await sessionsOf(second);
    expect(seen.map(({ kind, current }) => ({ kind, current }))).toEqual([
      { kind: 'BROWSER', current: true },
      { kind: 'BROWSER', current: false },
    ]);
    expect(await sessionsOf(foreign)).toHaveLength(1);

    const first = { input: { sessionId: seen[1]?.id } };
    expect(await foreign.query(END, first)).toMatchObject({
      endSession: { sessionId: null, userErrors: [{ code: 'NOT_FOUND' }] },
    });
    expect(await isIn(browser)).toBe(true);
    expect(await second.query(END, first)).toEqual({
      endSession: { sessionId: seen[1]?.id, userErrors: [] },
    });
    expect(await isIn(browser)).toBe(false);
    expect(await second.query(END, first)).toMatchObject({
      endSession: { userErrors: [{ code: 'NOT_FOUND' }] },
    });
    expect(await sessionsOf(second)).toHaveLength(1);
  });

  it('is removed from the database once its time is over', async () => {
    await signedIn(app, await givenPerson(app));
    const olderThanLife = async (): Promise<number> => {
      const [row] = await asOwner(app.database, (tx) =>
        tx.query<{ old: number }>(
          `select count(*)::int as old from session where started_at <= $1::timestamptz - interval '8 hours'`,
          [app.clock.now()],
        ),
      );
      return row?.old ?? 0;
    };
    app.clock.advance({ hours: 9 });
    expect(await olderThanLife()).toBeGreaterThan(0);
    for (let times = 0; times < 4; times += 1) await signedIn(app, await givenPerson(app));
    expect(await olderThanLife()).toBe(0);
  });
});

describe('a machine', () => {
  it('has no sessions', async () => {
    const member = await givenMember(app);
    expect(await (await member.client('report:submit')).errorCodes(SESSIONS)).toEqual(['FORBIDDEN']);
  });
});
