import { generateKeyPairSync } from 'node:crypto';

import { UserAccounts } from '../src/auth/index.js';
import { createTestApp, TEST_PUBLIC_URL, type TestApp } from './support/app.js';
import { asOwner } from './support/as-owner.js';
import { type Deviation, SoftwareAuthenticator } from './support/authenticator.js';
import { Browser, codesOf } from './support/browser.js';
import { givenPerson, signedIn, type Person } from './support/people.js';

const VIEWER = '{ viewer { user { id } } }';
const PASSKEYS = '{ passkeys { id name synced usedAt } }';
const REMOVE =
  'mutation ($input: RemovePasskeyInput!) { removePasskey(input: $input) { passkeyId userErrors { code } } }';

let app: TestApp;
let other: TestApp;

beforeAll(async () => {
  app = await createTestApp();
  other = await app.anotherInstance();
});

// Tries of this network that failed in one test are not to count in another.
beforeEach(() => {
  app.clock.advance({ minutes: 16 });
});

afterAll(() => app.close());

const anAuthenticator = (options = {}): SoftwareAuthenticator =>
  new SoftwareAuthenticator(TEST_PUBLIC_URL, options);

interface Challenge {
  readonly challenge: string;
  readonly rpId: string;
  readonly rp: { readonly id: string };
  readonly user: { readonly id: string };
}

async function challenge(browser: Browser, path: string): Promise<Challenge> {
  const answer = await browser.post(`/sign-in/${path}/challenge`);
  if (answer.status !== 200) throw new Error(`There is no challenge: ${answer.text}`);
  return answer.body as Challenge;
}

/** A person with a passkey. */
async function givenPasskey(
  authenticator = anAuthenticator(),
  name = 'My phone',
): Promise<{ person: Person; browser: Browser; authenticator: SoftwareAuthenticator }> {
  const person = await givenPerson(app);
  const browser = await signedIn(app, person);
  const response = authenticator.create(await challenge(browser, 'passkeys'));
  const answer = await browser.post('/sign-in/passkeys', { name, response });
  expect([answer.status, answer.body]).toEqual([201, { id: expect.any(String) as string, name }]);
  return { person, browser, authenticator };
}

/** Signs in with a new browser. Gives the status, and the browser. */
async function signIn(
  authenticator: SoftwareAuthenticator,
  deviation: Deviation = {},
  on = app,
): Promise<{ status: number; body: unknown; browser: Browser }> {
  const browser = new Browser(on);
  const response = authenticator.get(await challenge(browser, 'passkey'), deviation);
  const answer = await browser.post('/sign-in/passkey', { response });
  return { status: answer.status, body: answer.body as unknown, browser };
}

describe('a passkey', () => {
  it('is registered, listed, and signs in without a password, on whichever instance', async () => {
    const { person, browser, authenticator } = await givenPasskey();
    const { status, browser: fresh } = await signIn(authenticator, {}, other);
    expect(status).toBe(200);
    expect(await fresh.query(VIEWER)).toEqual({ viewer: { user: { id: person.id } } });
    expect(await browser.query(PASSKEYS)).toEqual({
      passkeys: [
        {
          id: expect.any(String) as string,
          name: 'My phone',
          synced: false,
          usedAt: app.clock.now().toISOString(),
        },
      ],
    });
  });

  it('asks for a verified user and a passkey that is found by itself, and tells nothing of the person', async () => {
    const browser = await signedIn(app, await givenPerson(app));
    expect(await challenge(browser, 'passkeys')).toMatchObject({
      rp: { id: 'cordon.example', name: 'Cordon' },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
    });
    expect(await challenge(browser, 'passkey')).toMatchObject({
      rpId: 'cordon.example',
      userVerification: 'required',
    });
    expect(await challenge(browser, 'passkey')).not.toHaveProperty('allowCredentials');
  });

  it('tells whether it is synced, and stays signed in as what it showed', async () => {
    const { browser } = await givenPasskey(anAuthenticator({ synced: true, counts: false }));
    expect(await browser.query(PASSKEYS)).toMatchObject({ passkeys: [{ synced: true }] });
  });

  it('that does not count signs in again and again', async () => {
    const { authenticator } = await givenPasskey(anAuthenticator({ counts: false }));
    expect([(await signIn(authenticator)).status, (await signIn(authenticator)).status]).toEqual([200, 200]);
  });

  it('is refused with a count that does not rise: one of two is a copy', async () => {
    const { authenticator } = await givenPasskey();
    expect((await signIn(authenticator, { counter: 10 })).status).toBe(200);
    expect((await signIn(authenticator, { counter: 10 })).status).toBe(401);
    expect((await signIn(authenticator, { counter: 3 })).status).toBe(401);
    expect((await signIn(authenticator, { counter: 0 })).status).toBe(401);
    expect((await signIn(authenticator, { counter: 11 })).status).toBe(200);
  });

  it('signs in once when two of its answers with one count reach two instances at the same moment', async () => {
    const { authenticator } = await givenPasskey();
    const answers = await Promise.all(
      [app, other, app, other].map((on) => signIn(authenticator, { counter: 7 }, on)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401]);
  });

  it.each<[string, Deviation]>([
    ['another origin', { origin: 'https://cordon.example.evil.example' }],
    ['the origin without TLS', { origin: 'http://cordon.example' }],
    ['another relying party', { rpId: 'evil.example' }],
    ['a parent of the relying party', { rpId: 'example' }],
    ['a challenge of its own making', { challenge: Buffer.from('x'.repeat(60)).toString('base64url') }],
    ['no challenge', { challenge: '' }],
    ['the answer to a registration', { type: 'webauthn.create' }],
    ['a user who was not verified', { userVerified: false }],
    ['a user who was not there', { userPresent: false }],
    ['another key', { key: generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey }],
    ['the handle of another user', { userHandle: Buffer.alloc(16, 1).toString('base64url') }],
  ])('is refused with %s', async (_name, deviation) => {
    const { authenticator } = await givenPasskey();
    const { status, body, browser } = await signIn(authenticator, deviation);
    expect([status, browser.cookies.size]).toEqual([401, 0]);
    expect(body).toMatchObject({ error: { code: 'UNAUTHENTICATED' } });
  });

  it('is refused for every reason with one and the same answer', async () => {
    const { authenticator } = await givenPasskey();
    const answers = [
      await signIn(anAuthenticator()),
      await signIn(authenticator, { userVerified: false }),
      await signIn(authenticator, { challenge: 'AAAA' }),
    ];
    const bodies = answers.map(({ body }) => (body as { error: object }).error);
    const [first] = bodies;
    for (const body of bodies) expect({ ...body, requestId: '' }).toEqual({ ...first, requestId: '' });
  });

  it('answers a challenge once, on whichever instance', async () => {
    const { authenticator } = await givenPasskey();
    const [here, there] = [new Browser(app), new Browser(other)];
    const asked = await challenge(here, 'passkey');
    const response = authenticator.get(asked);
    const again = authenticator.get(asked);
    expect((await here.post('/sign-in/passkey', { response })).status).toBe(200);
    expect((await there.post('/sign-in/passkey', { response })).status).toBe(401);
    expect((await there.post('/sign-in/passkey', { response: again })).status).toBe(401);
  });

  it('answers a challenge within five minutes', async () => {
    const { authenticator } = await givenPasskey();
    const browser = new Browser(app);
    const response = authenticator.get(await challenge(browser, 'passkey'));
    app.clock.advance({ minutes: 5 });
    expect((await browser.post('/sign-in/passkey', { response })).status).toBe(401);
  });

  it('does not answer a challenge that was given for something else', async () => {
    const { browser, authenticator } = await givenPasskey();
    for (const path of ['passkeys', 'step-up/passkey']) {
      const { challenge: asked } = await challenge(browser, path);
      const { status } = await signIn(authenticator, { challenge: asked });
      expect([path, status]).toEqual([path, 401]);
    }
    const asked = await challenge(new Browser(app), 'passkey');
    const response = anAuthenticator().create({ ...(await challenge(browser, 'passkeys')), ...asked });
    const registered = await browser.post('/sign-in/passkeys', { name: 'x', response });
    expect(registered.status).toBe(400);
  });

  it('of somebody deactivated, or of a suspended member, does not sign in', async () => {
    const [deactivated, suspended] = [await givenPasskey(), await givenPasskey()];
    await asOwner(app.database, async (tx) => {
      await app.nest.get(UserAccounts).deactivate(tx, deactivated.person.userId);
      const { memberId } = suspended.person.member;
      await tx.query(`update member set status = 'SUSPENDED' where id = $1`, [memberId]);
    });
    expect((await signIn(deactivated.authenticator)).status).toBe(401);
    expect((await signIn(suspended.authenticator)).status).toBe(401);
  });
});

describe('registering a passkey', () => {
  it('takes a sign-in of the last five minutes', async () => {
    const { browser, authenticator } = await givenPasskey();
    const asked = await challenge(browser, 'passkeys');
    app.clock.advance({ minutes: 5, seconds: 1 });
    const refused = await browser.post('/sign-in/passkeys/challenge');
    expect([refused.status, refused.body]).toMatchObject([401, { error: { code: 'STEP_UP_REQUIRED' } }]);
    const response = authenticator.create(asked);
    expect((await browser.post('/sign-in/passkeys', { name: 'x', response })).status).toBe(401);
  });

  it('is for the person who asked, once', async () => {
    const [mine, theirs] = [
      await signedIn(app, await givenPerson(app)),
      await signedIn(app, await givenPerson(app)),
    ];
    const response = anAuthenticator().create(await challenge(mine, 'passkeys'));
    expect((await theirs.post('/sign-in/passkeys', { name: 'x', response })).status).toBe(400);
    // The ticket was presented, and is spent.
    expect((await mine.post('/sign-in/passkeys', { name: 'x', response })).status).toBe(400);
  });

  it('refuses a credential that is registered, whoever has it', async () => {
    const { authenticator } = await givenPasskey();
    const browser = await signedIn(app, await givenPerson(app));
    const response = authenticator.create(await challenge(browser, 'passkeys'));
    const answer = await browser.post('/sign-in/passkeys', { name: 'x', response });
    expect([answer.status, answer.body]).toMatchObject([
      400,
      { error: { message: 'This passkey cannot be registered: make another.' } },
    ]);
  });

  it.each<[string, Deviation]>([
    ['another origin', { origin: 'https://evil.example' }],
    ['another relying party', { rpId: 'evil.example' }],
    ['a user who was not verified', { userVerified: false }],
  ])('refuses one made with %s', async (_name, deviation) => {
    const browser = await signedIn(app, await givenPerson(app));
    const response = anAuthenticator().create(await challenge(browser, 'passkeys'), deviation);
    expect((await browser.post('/sign-in/passkeys', { name: 'x', response })).status).toBe(400);
  });

  it.each(['', '   ', 'x'.repeat(61), 'card 4111 1111 1111 1111', 'right\u202eleft'])(
    'refuses the name "%s"',
    async (name) => {
      const browser = await signedIn(app, await givenPerson(app));
      const response = anAuthenticator().create(await challenge(browser, 'passkeys'));
      expect((await browser.post('/sign-in/passkeys', { name, response })).status).toBe(400);
    },
  );

  it.each<[string, object]>([
    ['nothing', {}],
    ['another shape', { name: 'x', response: { id: 'x' } }],
    [
      'something more',
      {
        name: 'x',
        response: anAuthenticator().create({ challenge: 'AAAA', rp: {}, user: { id: '' } }),
        more: 1,
      },
    ],
    ['NUL', { name: '\0', response: {} }],
  ])('refuses %s', async (_name, body) => {
    const browser = await signedIn(app, await givenPerson(app));
    const answer = await browser.post('/sign-in/passkeys', body);
    expect([answer.status, answer.body]).toMatchObject([400, { error: { code: 'BAD_REQUEST' } }]);
  });

  it('ends at twenty passkeys', async () => {
    const person = await givenPerson(app);
    const browser = await signedIn(app, person);
    const register = async (): Promise<number> => {
      const response = anAuthenticator().create(await challenge(browser, 'passkeys'));
      return (await browser.post('/sign-in/passkeys', { name: 'x', response })).status;
    };
    for (let count = 0; count < 20; count += 1) expect(await register()).toBe(201);
    expect(await register()).toBe(400);
  });
});

describe('removing a passkey', () => {
  it('has it sign in no more, and is for its owner alone', async () => {
    const { browser, authenticator } = await givenPasskey();
    const { browser: stranger } = await givenPasskey();
    const { passkeys } = await browser.query<{ passkeys: { id: string }[] }>(PASSKEYS);
    const input = { passkeyId: passkeys[0]?.id };
    expect(await stranger.query(REMOVE, { input })).toMatchObject({
      removePasskey: { passkeyId: null, userErrors: [{ code: 'NOT_FOUND' }] },
    });
    expect((await signIn(authenticator)).status).toBe(200);
    expect(await browser.query(REMOVE, { input })).toEqual({
      removePasskey: { passkeyId: input.passkeyId, userErrors: [] },
    });
    expect((await signIn(authenticator)).status).toBe(401);
    expect(await browser.query(PASSKEYS)).toEqual({ passkeys: [] });
  });

  it('takes a sign-in of the last five minutes, which listing does not', async () => {
    const { browser } = await givenPasskey();
    app.clock.advance({ minutes: 6 });
    expect(await browser.query(PASSKEYS)).toMatchObject({ passkeys: [{ name: 'My phone' }] });
    const input = { passkeyId: 'pky_x' };
    expect(codesOf(await browser.send(REMOVE, { input }))).toEqual(['STEP_UP_REQUIRED']);
  });
});

it('tries of passkeys are bounded by network, and the right one does not help then', async () => {
  const { authenticator } = await givenPasskey();
  for (let tries = 0; tries < 60; tries += 1) await signIn(anAuthenticator());
  expect((await signIn(authenticator, {}, other)).status).toBe(401);
  app.clock.advance({ minutes: 15, seconds: 1 });
  expect((await signIn(authenticator)).status).toBe(200);
});
