import { createTestApp, type TestApp } from './support/app.js';
import { UserAccounts } from '../src/auth/index.js';
import { asOwner } from './support/as-owner.js';
import { Browser, codesOf } from './support/browser.js';
import { type ProviderAccount, startProvider, type TestProvider } from './support/identity-provider.js';
import { givenMember, type TestMember } from './support/members.js';
import { givenPerson, signedIn, type Person } from './support/people.js';

const VIEWER = '{ viewer { user { id } } }';
const SECRET = 'a secret of the provider, 40 characters.';
const PROVIDER =
  'identityProvider { id issuer clientId publicKey acceptedAcr required redirectUri signInUrl }';

/** How the providers of these tests say that two factors were shown. */
const WITH_MFA = { amr: ['pwd', 'otp', 'mfa'] } as const;

let app: TestApp;
let other: TestApp;
let ours: TestProvider;
let theirs: TestProvider;

beforeAll(async () => {
  app = await createTestApp({ config: { outboundLoopback: true } });
  other = await app.anotherInstance();
  [ours, theirs] = [await startProvider(), await startProvider()];
  toTheTime();
});

// Tries of this network that failed in one test are not to count in another.
beforeEach(async () => {
  await asOwner(app.database, (tx) => tx.query('delete from sign_in_attempt'));
  toTheTime();
});

afterAll(async () => {
  await ours.close();
  await theirs.close();
  await app.close();
});

/** The provider goes by the time of the machine. */
function toTheTime(): void {
  app.clock.advance({ seconds: (Date.now() - app.clock.now().getTime()) / 1000 });
}

interface Shown {
  readonly id: string;
  readonly redirectUri: string;
  readonly publicKey: string | null;
  readonly signInUrl: string;
  readonly required: boolean;
}

/** A member with a provider, at which its client is registered. */
async function givenProvider(
  provider = ours,
  input: Readonly<Record<string, unknown>> = {},
): Promise<{ member: TestMember; shown: Shown; handle: string }> {
  const member = await givenMember(app);
  const { identityProvider: shown, userErrors } = await member.mutate<{ identityProvider: Shown }>(
    'setIdentityProvider',
    { issuer: provider.issuer, clientId: 'cordon', clientSecret: SECRET, ...input },
    PROVIDER,
  );
  expect(userErrors).toEqual([]);
  register(provider, shown);
  return { member, shown, handle: new URL(shown.signInUrl).searchParams.get('provider') ?? '' };
}

function register(provider: TestProvider, { redirectUri, publicKey }: Shown): void {
  const common = { client_id: 'cordon', redirect_uris: [redirectUri] };
  if (publicKey === null) provider.register({ ...common, client_secret: SECRET });
  else {
    provider.register({
      ...common,
      token_endpoint_auth_method: 'private_key_jwt',
      token_endpoint_auth_signing_alg: 'ES256',
      jwks: { keys: [JSON.parse(publicKey) as Record<string, unknown>] },
    } as never);
  }
}

let subjects = 0;

/** A person linked to an account at the member's provider. */
async function givenLinked(
  member: TestMember,
  roles: Parameters<typeof givenPerson>[1] = {},
): Promise<{ person: Person; account: ProviderAccount }> {
  const person = await givenPerson(app, { member, ...roles });
  subjects += 1;
  const subject = `account-${subjects}`;
  const { userErrors } = await member.mutate('attachUserIdentity', { userId: person.id, subject });
  expect(userErrors).toEqual([]);
  return { person, account: { subject, ...WITH_MFA } };
}

interface SignInOptions {
  readonly provider?: TestProvider;
  readonly browser?: Browser;
  readonly invitation?: string;
  /** Changes the address on its way to the provider. */
  readonly onTheWay?: (url: URL) => void;
  /** Changes the address on the way back. */
  readonly onTheWayBack?: (path: string) => string;
}

/** Goes the whole way with a browser. Gives where it ends up. */
async function signIn(
  handle: string,
  account: ProviderAccount,
  { provider = ours, browser = new Browser(app), invitation, onTheWay, onTheWayBack }: SignInOptions = {},
): Promise<{ location: string; browser: Browser }> {
  provider.account = account;
  const begun = await browser.post('/sign-in/provider', {
    provider: handle,
    ...(invitation === undefined ? {} : { invitation }),
  });
  if (begun.status !== 200) throw new Error(`The sign-in did not begin: ${begun.text}`);
  const back = await provider.visit((begun.body as { url: string }).url, onTheWay);
  const answer = await browser.go(onTheWayBack?.(back) ?? back);
  return { location: answer.headers['location'] ?? '', browser };
}

const isIn = async (browser: Browser): Promise<boolean> => codesOf(await browser.send(VIEWER)).length === 0;

/** The result of a sign-in that must be refused: why the page says so, having made sure that nobody is in. */
async function refusalOf(signing: Promise<{ location: string; browser: Browser }>): Promise<string> {
  const { location, browser } = await signing;
  expect([browser.cookies.has('__Host-cordon'), await isIn(browser)]).toEqual([false, false]);
  return location.replace('/sign-in?refused=', '');
}

describe('a person of a member with a provider', () => {
  it.each([
    ['a secret', { clientSecret: SECRET }],
    ['a key of its own', { clientSecret: null }],
  ])('signs in by it, to which Cordon proves itself by %s', async (_name, input) => {
    const { member, handle } = await givenProvider(ours, input);
    const { person, account } = await givenLinked(member);
    const { location, browser } = await signIn(handle, account);
    expect(location).toBe('/sign-in');
    expect(await browser.query(VIEWER)).toEqual({ viewer: { user: { id: person.id } } });
    expect(await browser.query('{ sessions { method current } }')).toEqual({
      sessions: [{ method: 'PROVIDER', current: true }],
    });
  });

  it('may begin on one instance and come back to another', async () => {
    const { member, handle } = await givenProvider();
    const { account } = await givenLinked(member);
    ours.account = account;
    const [here, there] = [new Browser(app), new Browser(other)];
    const begun = await here.post('/sign-in/provider', { provider: handle });
    for (const [name, value] of here.cookies) there.cookies.set(name, value);
    await there.go(await ours.visit((begun.body as { url: string }).url));
    expect(await isIn(there)).toBe(true);
  });

  it('is sent to the provider with PKCE, state, nonce and without anything about them', async () => {
    const { handle } = await givenProvider(ours, { acceptedAcr: ['urn:two', 'urn:three'] });
    const browser = new Browser(app);
    const begun = await browser.post('/sign-in/provider', { provider: handle });
    const url = new URL((begun.body as { url: string }).url);
    const token = expect.stringMatching(/^[\w-]{43}$/) as string;
    expect(Object.fromEntries(url.searchParams)).toEqual({
      client_id: 'cordon',
      response_type: 'code',
      scope: 'openid',
      redirect_uri: `https://cordon.example/sign-in/callback/${handle}`,
      state: token,
      nonce: token,
      code_challenge: token,
      code_challenge_method: 'S256',
      max_age: '28800',
      claims: '{"id_token":{"acr":null,"amr":null,"auth_time":{"essential":true}}}',
      acr_values: 'urn:two urn:three',
    });
    const [cookie] = begun.headers['set-cookie'] as unknown as string[];
    expect(cookie).toMatch(
      /^__Host-cordon-flow=[\w-]+; Max-Age=600; Path=\/; Secure; HttpOnly; SameSite=Lax$/,
    );
  });

  it('is refused once the account is detached, and out', async () => {
    const { member, handle } = await givenProvider();
    const { person, account } = await givenLinked(member);
    const { browser } = await signIn(handle, account);
    await member.mutate('detachUserIdentity', { userId: person.id });
    expect(await isIn(browser)).toBe(false);
    expect(await refusalOf(signIn(handle, account))).toBe('not-linked');
  });

  it('is refused when deactivated, or of a suspended member', async () => {
    const { member, handle } = await givenProvider();
    const [one, two] = [await givenLinked(member), await givenLinked(member)];
    await asOwner(app.database, (tx) => app.nest.get(UserAccounts).deactivate(tx, one.person.userId));
    expect(await refusalOf(signIn(handle, one.account))).toBe('other');
    await asOwner(app.database, (tx) =>
      tx.query(`update member set status = 'SUSPENDED' where id = $1`, [member.memberId]),
    );
    expect(await refusalOf(signIn(handle, two.account))).toBe('other');
  });
});

describe('what a provider answers is refused', () => {
  let handle: string;
  let account: ProviderAccount;
  beforeAll(async () => {
    const { member, handle: made } = await givenProvider();
    handle = made;
    ({ account } = await givenLinked(member));
  });
  beforeEach(() => {
    ours.register({
      client_id: 'cordon',
      client_secret: SECRET,
      redirect_uris: [`https://cordon.example/sign-in/callback/${handle}`],
    });
  });

  const param = (name: string, value: string | undefined) => (path: string) => {
    const url = new URL(path, 'https://cordon.example');
    if (value === undefined) url.searchParams.delete(name);
    else url.searchParams.set(name, value);
    return `${url.pathname}${url.search}`;
  };

  it.each<[string, SignInOptions]>([
    ['with another state', { onTheWayBack: param('state', 'x'.repeat(43)) }],
    ['without a state', { onTheWayBack: param('state', undefined) }],
    ['with two states', { onTheWayBack: (path) => `${path}&state=x` }],
    ['with another code', { onTheWayBack: param('code', 'x'.repeat(43)) }],
    ['without a code', { onTheWayBack: param('code', undefined) }],
    ['with an error', { onTheWayBack: param('error', 'access_denied') }],
    ['in the name of another issuer', { onTheWayBack: param('iss', 'https://evil.example') }],
    ['in nobody’s name', { onTheWayBack: param('iss', undefined) }],
    [
      'with another nonce',
      {
        onTheWay: (url) => {
          url.searchParams.set('nonce', 'y'.repeat(43));
        },
      },
    ],
    [
      'for another verifier (a code put in from elsewhere)',
      {
        onTheWay: (url) => {
          url.searchParams.set('code_challenge', 'y'.repeat(43));
        },
      },
    ],
    [
      'for another address',
      {
        onTheWayBack: (path) =>
          path.replace(/callback\/[^?]*/, 'callback/00000000-0000-4000-8000-000000000000'),
      },
    ],
    ['for no address', { onTheWayBack: (path) => path.replace(/callback\/[^?]*/, 'callback/x') }],
  ])('%s', async (_name, options) => {
    expect(await refusalOf(signIn(handle, account, options))).toBe('other');
  });

  it('when it comes to another browser', async () => {
    const { location, browser } = await signIn(handle, account, {
      onTheWayBack: (path) => path,
      browser: new (class extends Browser {
        override go(path: string): ReturnType<Browser['go']> {
          this.cookies.clear();
          return super.go(path);
        }
      })(app),
    });
    expect([location, await isIn(browser)]).toEqual(['/sign-in?refused=other', false]);
  });

  it('when it comes a second time, with the same flow or another', async () => {
    let kept = '';
    let flow = '';
    const browser = new Browser(app);
    const first = await signIn(handle, account, {
      browser,
      onTheWayBack: (path) => {
        flow = browser.cookies.get('__Host-cordon-flow') ?? '';
        return (kept = path);
      },
    });
    expect(await isIn(first.browser)).toBe(true);
    const again = new Browser(app);
    again.cookies.set('__Host-cordon-flow', flow);
    expect((await again.go(kept)).headers['location']).toBe('/sign-in?refused=other');
    const code = new URL(kept, 'https://x.example').searchParams.get('code') ?? '';
    expect(await refusalOf(signIn(handle, account, { onTheWayBack: param('code', code) }))).toBe('other');
  });

  it('when it comes after ten minutes', async () => {
    const onTheWayBack = (path: string): string => {
      app.clock.advance({ minutes: 10, seconds: 1 });
      return path;
    };
    expect(await refusalOf(signIn(handle, account, { onTheWayBack }))).toBe('other');
  });

  it('signed by a key that the provider does not publish', async () => {
    ours.publishesOtherKeys = true;
    const { handle: fresh, member } = await givenProvider();
    const linked = await givenLinked(member);
    expect(await refusalOf(signIn(fresh, linked.account))).toBe('other');
    ours.publishesOtherKeys = false;
  });

  it.each<[string, Omit<ProviderAccount, 'subject'>]>([
    ['nothing about factors', {}],
    ['a password alone', { amr: ['pwd'] }],
    ['a code by text message', { amr: ['pwd', 'sms'] }],
    ['two of one factor', { amr: ['pwd', 'pin'] }],
    ['a class that the member did not name', { acr: 'urn:one' }],
    ['words that mean nothing', { amr: ['two-factor', 'MFA'] }],
  ])('where it tells of %s, saying what to do', async (_name, context) => {
    const { subject } = account;
    expect(await refusalOf(signIn(handle, { subject, ...context }))).toBe('second-factor');
  });

  it.each<[string, Omit<ProviderAccount, 'subject'>]>([
    ['two methods of different factors', { amr: ['pwd', 'hwk'] }],
    ['a class that resists phishing', { acr: 'phr' }],
  ])('but not where it tells of %s', async (_name, context) => {
    const { subject } = account;
    expect((await signIn(handle, { subject, ...context })).location).toBe('/sign-in');
  });

  it('but not where it tells of a class that the member named', async () => {
    const { member, handle: fresh } = await givenProvider(ours, { acceptedAcr: ['urn:two'] });
    const { account: linked } = await givenLinked(member);
    const { subject } = linked;
    expect(await refusalOf(signIn(fresh, { subject, acr: 'urn:one' }))).toBe('second-factor');
    expect((await signIn(fresh, { subject, acr: 'urn:two' })).location).toBe('/sign-in');
  });
});

describe('a provider of one member', () => {
  it('signs in nobody of another, with the same subject and the same e-mail address', async () => {
    const mine = await givenProvider(ours);
    const { person, account } = await givenLinked(mine.member);
    const evil = await givenProvider(theirs);
    const { subject } = account;
    const sameEmail = { subject, ...WITH_MFA, email: person.email };
    expect(await refusalOf(signIn(evil.handle, sameEmail, { provider: theirs }))).toBe('not-linked');

    // Neither with the same issuer: the account is looked for in the member whose provider it is.
    const alsoOurs = await givenProvider(ours);
    expect(await refusalOf(signIn(alsoOurs.handle, sameEmail))).toBe('not-linked');
  });

  it('cannot answer in the place of another’s, with or without saying who it is', async () => {
    const mine = await givenProvider(ours);
    const { account } = await givenLinked(mine.member);
    // The other provider knows Cordon under the callback of the first: it sends its own code there.
    theirs.register({ client_id: 'cordon', client_secret: SECRET, redirect_uris: [mine.shown.redirectUri] });
    theirs.account = account;
    for (const strip of [false, true]) {
      const browser = new Browser(app);
      const begun = await browser.post('/sign-in/provider', { provider: mine.handle });
      const url = new URL((begun.body as { url: string }).url);
      const mixedUp = `${theirs.issuer}${url.pathname}${url.search}`;
      const back = await theirs.visit(mixedUp);
      const answer = await browser.go(strip ? back.replace(/&?iss=[^&]*/, '') : back);
      expect([answer.headers['location'], await isIn(browser)]).toEqual(['/sign-in?refused=other', false]);
    }
  });

  it('is not seen, changed or removed by another’s admin, and links none of its people', async () => {
    const { member, shown } = await givenProvider();
    const { person } = await givenLinked(member);
    const stranger = await givenMember(app);
    expect(await stranger.query('{ identityProvider { id } }')).toEqual({ identityProvider: null });
    expect(await stranger.refusalCodes('removeIdentityProvider', { identityProviderId: shown.id })).toEqual([
      'NOT_FOUND',
    ]);
    await givenProvider(theirs);
    for (const name of ['createUserInvitation', 'detachUserIdentity'])
      expect(await stranger.refusalCodes(name, { userId: person.id })).toEqual(['NOT_FOUND']);
    const input = { userId: person.id, subject: 'mine' };
    expect(await stranger.refusalCodes('attachUserIdentity', input)).toEqual(['NOT_FOUND']);
  });

  it('does not become a way to a colleague with power over others', async () => {
    const { member } = await givenProvider();
    const analyst = await givenPerson(app, { member, roles: ['COALITION_ANALYST'] });
    const input = { userId: analyst.id, subject: 'mine' };
    expect(await member.refusalCodes('attachUserIdentity', input)).toEqual(['NOT_FOUND']);
    expect(await member.refusalCodes('createUserInvitation', { userId: analyst.id })).toEqual(['NOT_FOUND']);
    const boss = await member.as('MEMBER_ADMIN', 'COALITION_ADMIN');
    expect(await boss.refusalCodes('attachUserIdentity', input)).toEqual([]);
  });

  it('forgets its links with another issuer', async () => {
    const { member, handle } = await givenProvider(ours);
    const { account } = await givenLinked(member);
    const { identityProvider } = await member.mutate<{ identityProvider: Shown }>(
      'setIdentityProvider',
      { issuer: theirs.issuer, clientId: 'cordon', clientSecret: SECRET },
      PROVIDER,
    );
    register(theirs, identityProvider);
    expect(await refusalOf(signIn(handle, account, { provider: theirs }))).toBe('not-linked');
  });

  it('keeps its secret and its key sealed', async () => {
    await givenProvider(ours);
    await givenProvider(ours, { clientSecret: null });
    const rows = await asOwner(app.database, (tx) =>
      tx.query<{ row: string }>(`select row_to_json(i)::text as row from identity_provider i`),
    );
    const stored = rows.map(({ row }) => row).join('\n');
    expect(stored).not.toContain(Buffer.from(SECRET).toString('hex'));
    expect(stored).not.toContain('"d"');
  });
});

describe('an invitation', () => {
  const secretOf = (url: string): string => new URL(url).hash.replace('#invitation=', '');

  async function givenInvitation(): Promise<{
    member: TestMember;
    handle: string;
    person: Person;
    invitation: string;
  }> {
    const { member, handle } = await givenProvider();
    const person = await givenPerson(app, { member });
    const { url } = await member.mutate<{ url: string }>(
      'createUserInvitation',
      { userId: person.id },
      'url',
    );
    expect(url).toContain(`https://cordon.example/sign-in?provider=${handle}#invitation=`);
    return { member, handle, person, invitation: secretOf(url) };
  }

  it('links the account that signs in with it, once', async () => {
    const { handle, person, invitation } = await givenInvitation();
    const account = { subject: 'invited', ...WITH_MFA };
    expect(await refusalOf(signIn(handle, account))).toBe('not-linked');
    const { browser } = await signIn(handle, account, { invitation });
    expect(await browser.query(VIEWER)).toEqual({ viewer: { user: { id: person.id } } });
    expect((await signIn(handle, account)).location).toBe('/sign-in');
    const stranger = { subject: 'late', ...WITH_MFA };
    expect(await refusalOf(signIn(handle, stranger, { invitation }))).toBe('invitation');
  });

  it('is not used up by an account without a second factor', async () => {
    const { handle, invitation } = await givenInvitation();
    const account = { subject: 'weak', amr: ['pwd'] };
    expect(await refusalOf(signIn(handle, account, { invitation }))).toBe('second-factor');
    expect((await signIn(handle, { ...account, ...WITH_MFA }, { invitation })).location).toBe('/sign-in');
  });

  it('ends after 72 hours', async () => {
    const { handle, invitation } = await givenInvitation();
    await asOwner(app.database, (tx) =>
      tx.query(`update sign_in_invitation set expires_at = $1`, [app.clock.now()]),
    );
    expect(await refusalOf(signIn(handle, { subject: 'late', ...WITH_MFA }, { invitation }))).toBe(
      'invitation',
    );
  });

  it('is replaced by the next, and ends with a detachment', async () => {
    const { member, handle, person, invitation } = await givenInvitation();
    const { url } = await member.mutate<{ url: string }>(
      'createUserInvitation',
      { userId: person.id },
      'url',
    );
    const account = { subject: 'twice', ...WITH_MFA };
    expect(await refusalOf(signIn(handle, account, { invitation }))).toBe('invitation');
    expect((await signIn(handle, account, { invitation: secretOf(url) })).location).toBe('/sign-in');
  });

  it('is good at its own member’s provider alone', async () => {
    const { invitation } = await givenInvitation();
    const foreign = await givenProvider(theirs);
    const account = { subject: 'foreign', ...WITH_MFA };
    expect(await refusalOf(signIn(foreign.handle, account, { provider: theirs, invitation }))).toBe(
      'invitation',
    );
  });

  it('does not take an account from a colleague', async () => {
    const { member, handle, invitation } = await givenInvitation();
    const colleague = await givenLinked(member);
    // The account is the colleague's: it signs the colleague in, and the invitation stays.
    const { browser } = await signIn(handle, colleague.account, { invitation });
    expect(await browser.query(VIEWER)).toEqual({ viewer: { user: { id: colleague.person.id } } });
  });
});

describe('a member that requires its provider', () => {
  async function givenRequired(): Promise<{
    member: TestMember;
    handle: string;
    admin: { person: Person; account: ProviderAccount };
    browser: Browser;
  }> {
    const { member, handle } = await givenProvider();
    const admin = await givenLinked(member, { roles: ['MEMBER_ADMIN'] });
    const { browser } = await signIn(handle, admin.account);
    return { member, handle, admin, browser };
  }

  const REQUIRE = `mutation ($required: Boolean!) { setIdentityProviderRequired(input: { required: $required }) {
    identityProvider { required } userErrors { code } } }`;

  it('is asked by somebody who signed in by it, so that nobody is locked out', async () => {
    const { member, browser } = await givenRequired();
    expect(await member.refusalCodes('setIdentityProviderRequired', { required: true })).toEqual([
      'NOT_ALLOWED_IN_STATE',
    ]);
    expect(await browser.query(REQUIRE, { required: true })).toEqual({
      setIdentityProviderRequired: { identityProvider: { required: true }, userErrors: [] },
    });
  });

  it('has nobody sign in by password any more, and those out who did', async () => {
    const { member, handle, admin, browser } = await givenRequired();
    const person = await givenPerson(app, { member });
    const byPassword = await signedIn(app, person);
    const stranger = await signedIn(app, await givenPerson(app));
    await browser.query(REQUIRE, { required: true });
    expect([await isIn(byPassword), await isIn(stranger), await isIn(browser)]).toEqual([false, true, true]);

    app.clock.advance({ seconds: 30 });
    const { email, password } = person;
    const tried = { email, password, code: person.code() };
    expect((await new Browser(app).post('/sign-in/password', tried)).status).toBe(401);
    expect((await signIn(handle, admin.account)).location).toBe('/sign-in');

    await browser.query(REQUIRE, { required: false });
    app.clock.advance({ seconds: 30 });
    expect(await isIn(await signedIn(app, person))).toBe(true);
  });

  it('does not with another issuer, at which nobody is linked yet', async () => {
    const { member, browser } = await givenRequired();
    await browser.query(REQUIRE, { required: true });
    const { identityProvider } = await member.mutate<{ identityProvider: Shown }>(
      'setIdentityProvider',
      { issuer: theirs.issuer, clientId: 'cordon', clientSecret: SECRET },
      PROVIDER,
    );
    expect(identityProvider.required).toBe(false);
  });
});

describe('a provider is refused', () => {
  it.each<[string, string, Readonly<Record<string, unknown>>]>([
    ['without TLS', 'INVALID_PROVIDER', { issuer: 'http://sign-in.bank.example' }],
    ['by an address', 'INVALID_PROVIDER', { issuer: 'https://192.0.2.1' }],
    ['with a password in it', 'INVALID_PROVIDER', { issuer: 'https://a:b@sign-in.bank.example' }],
    ['with a query', 'INVALID_PROVIDER', { issuer: 'https://sign-in.bank.example/?a=b' }],
    ['that is no address', 'INVALID_PROVIDER', { issuer: 'bank' }],
    ['where there is none', 'INVALID_PROVIDER', { issuer: 'http://127.0.0.1:9' }],
    ['without a client id', 'REQUIRED', { clientId: '' }],
    ['with a client id without end', 'TOO_LONG', { clientId: 'x'.repeat(256) }],
    ['with an empty secret', 'REQUIRED', { clientSecret: '' }],
    [
      'with eleven classes',
      'TOO_MANY',
      { acceptedAcr: Array.from({ length: 11 }, (_none, index) => `urn:${index}`) },
    ],
  ])('%s', async (_name, code, input) => {
    const member = await givenMember(app);
    const given = { issuer: ours.issuer, clientId: 'cordon', ...input };
    expect(await member.refusalCodes('setIdentityProvider', given)).toEqual([code]);
    expect(await member.query('{ identityProvider { id } }')).toEqual({ identityProvider: null });
  });

  it('that says it is another', async () => {
    const member = await givenMember(app);
    const issuer = ours.issuer.replace('127.0.0.1', 'localhost');
    expect(await member.refusalCodes('setIdentityProvider', { issuer, clientId: 'cordon' })).toEqual([
      'INVALID_PROVIDER',
    ]);
  });

  it.each(['x', '', '00000000-0000-4000-8000-000000000000'])(
    'at the sign-in page by the name "%s"',
    async (name) => {
      const answer = await new Browser(app).post('/sign-in/provider', { provider: name });
      expect([answer.status, answer.body]).toMatchObject([404, { error: { code: 'NOT_FOUND' } }]);
    },
  );
});

describe('confirming by the provider', () => {
  const MANAGE =
    'mutation { removeIdentityProvider(input: { identityProviderId: "idp_x" }) { userErrors { code } } }';

  async function givenOldSession(): Promise<{
    browser: Browser;
    account: ProviderAccount;
    member: TestMember;
  }> {
    const { member, handle } = await givenProvider();
    const { account } = await givenLinked(member, { roles: ['MEMBER_ADMIN'] });
    const sixMinutesAgo = Math.floor(Date.now() / 1000) - 360;
    const { browser } = await signIn(handle, { ...account, authTimeS: sixMinutesAgo });
    expect(await browser.errorCodes(MANAGE)).toEqual(['STEP_UP_REQUIRED']);
    return { browser, account, member };
  }

  async function confirm(browser: Browser, account: ProviderAccount): Promise<string> {
    ours.account = account;
    const begun = await browser.post('/sign-in/step-up/provider');
    const { url } = begun.body as { url: string };
    const { prompt, max_age: maxAge } = Object.fromEntries(new URL(url).searchParams);
    expect([prompt, maxAge]).toEqual(['login', '0']);
    const session = browser.cookies.get('__Host-cordon') ?? '';
    // Coming back from another site, a browser leaves the session's cookie out.
    browser.cookies.delete('__Host-cordon');
    const { headers } = await browser.go(await ours.visit(url));
    if (!browser.cookies.has('__Host-cordon')) browser.cookies.set('__Host-cordon', session);
    else expect(browser.cookies.get('__Host-cordon')).not.toBe(session);
    return headers['location'] ?? '';
  }

  it('lets do what grants power', async () => {
    const { browser, account } = await givenOldSession();
    expect(await confirm(browser, account)).toBe('/sign-in');
    expect(await browser.errorCodes(MANAGE)).toEqual([]);
  });

  it('is refused where the provider did not ask anew', async () => {
    const { browser, account } = await givenOldSession();
    const stale = { ...account, authTimeS: Math.floor(Date.now() / 1000) - 120 };
    expect(await confirm(browser, stale)).toBe('/sign-in?refused=other');
    expect(await browser.errorCodes(MANAGE)).toEqual(['STEP_UP_REQUIRED']);
  });

  it('is refused by a colleague, who does not get into the session', async () => {
    const { browser, member } = await givenOldSession();
    const colleague = await givenLinked(member);
    expect(await confirm(browser, colleague.account)).toBe('/sign-in?refused=other');
    expect(await browser.errorCodes(MANAGE)).toEqual(['STEP_UP_REQUIRED']);
  });
});
