import { generateSync } from 'otplib';

import { createTestApp, TEST_PUBLIC_URL, type TestApp } from './support/app.js';
import { SoftwareAuthenticator } from './support/authenticator.js';
import { asOwner } from './support/as-owner.js';
import { Browser } from './support/browser.js';
import { givenMember } from './support/members.js';
import { givenPerson, type Person, signedIn } from './support/people.js';

const VIEWER = '{ viewer { user { id } } }';
const PASSWORD = 'nine-loud-otters-cross-southward';

interface Answer {
  readonly changed: boolean;
  readonly userErrors: readonly { readonly code: string; readonly field: readonly string[] }[];
}

let app: TestApp;

beforeAll(async () => {
  app = await createTestApp();
});

afterAll(() => app.close());

/** A passkey of whoever is signed in. */
async function givenPasskey(browser: Browser): Promise<void> {
  const options = await browser.post('/sign-in/passkeys/challenge');
  const response = new SoftwareAuthenticator(TEST_PUBLIC_URL).create(
    options.body as Parameters<SoftwareAuthenticator['create']>[0],
  );
  const answer = await browser.post('/sign-in/passkeys', { name: 'The lost telephone', response });
  expect(answer.status).toBe(201);
}

async function signIn(
  { email }: Person,
  { password, code }: { readonly password: string; readonly code: () => string },
): Promise<number> {
  app.clock.advance({ minutes: 16 });
  return (await new Browser(app).post('/sign-in/password', { email, password, code: code() })).status;
}

describe("one's own password", () => {
  const change = async (browser: Browser, password: string): Promise<Answer> =>
    (
      await browser.query<{ changePassword: Answer }>(
        `mutation ($input: ChangePasswordInput!) { changePassword(input: $input) { changed userErrors { code field } } }`,
        { input: { password } },
      )
    ).changePassword;

  it('is changed: the one before signs nobody in, other sessions end, the own goes on', async () => {
    const person = await givenPerson(app);
    const elsewhere = await signedIn(app, person);
    app.clock.advance({ minutes: 1 });
    const browser = await signedIn(app, person);
    expect(await change(browser, PASSWORD)).toEqual({ changed: true, userErrors: [] });
    expect(await elsewhere.errorCodes(VIEWER)).toEqual(['UNAUTHENTICATED']);
    expect(await browser.errorCodes(VIEWER)).toEqual([]);

    app.clock.advance({ minutes: 1 });
    const { email } = person;
    const before = { email, password: person.password, code: person.code() };
    expect((await new Browser(app).post('/sign-in/password', before)).status).toBe(401);
    const now = { email, password: PASSWORD, code: person.code() };
    expect((await new Browser(app).post('/sign-in/password', now)).status).toBe(200);
  });

  it('stays where the new one is weak, personal or the same', async () => {
    const person = await givenPerson(app);
    const browser = await signedIn(app, person);
    for (const password of ['short', 'okafor-okafor-1234', person.password])
      expect(await change(browser, password)).toEqual({
        changed: false,
        userErrors: [{ code: 'WEAK_PASSWORD', field: ['password'] }],
      });
    app.clock.advance({ minutes: 1 });
    await signedIn(app, person);
  });

  it('asks for a sign-in of the last five minutes', async () => {
    const browser = await signedIn(app, await givenPerson(app));
    app.clock.advance({ minutes: 6 });
    expect(
      await browser.errorCodes(`mutation { changePassword(input: { password: "x" }) { changed } }`),
    ).toEqual(['STEP_UP_REQUIRED']);
  });
});

describe("one's own authenticator", () => {
  const offer = async (browser: Browser): Promise<{ totpSecret: string; ticket: string }> =>
    (
      await browser.query<{ newAuthenticator: { totpSecret: string; ticket: string } }>(
        '{ newAuthenticator { totpSecret totpUri ticket endsAt } }',
      )
    ).newAuthenticator;

  const change = async (browser: Browser, ticket: string, code: string): Promise<Answer> =>
    (
      await browser.query<{ changeAuthenticator: Answer }>(
        `mutation ($input: ChangeAuthenticatorInput!) { changeAuthenticator(input: $input) { changed userErrors { code field } } }`,
        { input: { ticket, code } },
      )
    ).changeAuthenticator;

  const codeOf = (secret: string): string =>
    generateSync({ secret, epoch: app.clock.now().getTime() / 1000 });

  it('is changed by a code of the new one, which signs nobody in itself', async () => {
    const person = await givenPerson(app);
    const browser = await signedIn(app, person);
    const { totpSecret, ticket } = await offer(browser);
    app.clock.advance({ minutes: 1 });
    const code = codeOf(totpSecret);
    expect(await change(browser, ticket, code)).toEqual({ changed: true, userErrors: [] });

    const { email, password } = person;
    const used = await new Browser(app).post('/sign-in/password', { email, password, code });
    expect(used.status).toBe(401);
    expect(await signIn(person, { password, code: () => person.code() })).toBe(401);
    expect(await signIn(person, { password, code: () => codeOf(totpSecret) })).toBe(200);
  });

  it('stays with a wrong code, a spent ticket, a late one, and that of another person', async () => {
    const person = await givenPerson(app);
    const browser = await signedIn(app, person);
    const first = await offer(browser);
    expect((await change(browser, first.ticket, '000000')).userErrors).toEqual([
      { code: 'WRONG_CODE', field: ['code'] },
    ]);
    const over = [{ code: 'TERM_OVER', field: ['ticket'] }];
    expect((await change(browser, first.ticket, codeOf(first.totpSecret))).userErrors).toEqual(over);

    const other = await signedIn(app, await givenPerson(app));
    const theirs = await offer(other);
    expect((await change(browser, theirs.ticket, codeOf(theirs.totpSecret))).userErrors).toEqual(over);

    const late = await offer(browser);
    app.clock.advance({ minutes: 11 });
    const later = await signedIn(app, person, browser);
    expect((await change(later, late.ticket, codeOf(late.totpSecret))).userErrors).toEqual(over);
  });
});

describe('a person who has lost password and telephone', () => {
  interface Reset {
    readonly user: { readonly id: string } | null;
    readonly password: string | null;
    readonly totpSecret: string | null;
    readonly userErrors: readonly { readonly code: string }[];
  }

  const reset = async (browser: Browser, userId: string): Promise<Reset> =>
    (
      await browser.query<{ resetUserSignIn: Reset }>(
        `mutation ($input: ResetUserSignInInput!) {
          resetUserSignIn(input: $input) { user { id } password totpSecret userErrors { code } } }`,
        { input: { userId } },
      )
    ).resetUserSignIn;

  it('is given new ones by the admin: nothing made before signs anybody in', async () => {
    const member = await givenMember(app);
    const admin = await signedIn(app, await givenPerson(app, { member, roles: ['MEMBER_ADMIN'] }));
    const person = await givenPerson(app, { member });
    const browser = await signedIn(app, person);
    await givenPasskey(browser);

    const { user, password, totpSecret } = await reset(admin, person.id);
    expect(user).toEqual({ id: person.id });
    expect(await browser.errorCodes(VIEWER)).toEqual(['UNAUTHENTICATED']);
    const left = await asOwner(app.database, (tx) =>
      tx.query('select id from passkey where user_id = $1', [person.userId]),
    );
    expect(left).toEqual([]);
    expect(await signIn(person, { password: person.password, code: () => person.code() })).toBe(401);
    const code = (): string =>
      generateSync({ secret: totpSecret ?? '', epoch: app.clock.now().getTime() / 1000 });
    expect(await signIn(person, { password: password ?? '', code })).toBe(200);
  });

  it('is not reached by another member, is nobody with power over others, and not oneself', async () => {
    const member = await givenMember(app);
    const own = await givenPerson(app, { member, roles: ['MEMBER_ADMIN'] });
    const admin = await signedIn(app, own);
    const outsider = await givenPerson(app);
    const analyst = await givenPerson(app, { member, roles: ['COALITION_ANALYST'] });
    const codes = async (by: Browser, id: string) => (await reset(by, id)).userErrors.map(({ code }) => code);
    expect(await codes(admin, outsider.id)).toEqual(['NOT_FOUND']);
    expect(await codes(admin, analyst.id)).toEqual(['NOT_FOUND']);
    expect(await codes(admin, own.id)).toEqual(['SAME_PERSON']);
    const both = await givenPerson(app, { member, roles: ['MEMBER_ADMIN', 'COALITION_ADMIN'] });
    expect(await codes(await signedIn(app, both), analyst.id)).toEqual(['ROLE_NOT_GRANTABLE']);
  });
});

it('is all that people change of their own account: their roles are out of reach of any code', async () => {
  const person = await givenPerson(app);
  const { member, userId } = person;
  const actor = {
    kind: 'user',
    memberId: member.memberId,
    userId,
    epoch: 0,
    roles: ['SUBMITTER'],
    requestId: 'own-roles',
    authenticatedAt: app.clock.now(),
  } as const;
  const grab = app.database.asActor(actor, (tx) =>
    tx.query(`update app_user set roles = '{SUBMITTER,MEMBER_ADMIN}' where id = $1`, [userId]),
  );
  await expect(grab).rejects.toThrow();
});
