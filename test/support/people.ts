import { generateSync } from 'otplib';

import { UserAccounts } from '../../src/auth/index.js';
import type { Role } from '../../src/common/actor.js';
import { newId, toGlobalId, type UserId } from '../../src/common/id.js';
import type { TestApp } from './app.js';
import { asOwner } from './as-owner.js';
import { Browser } from './browser.js';
import { givenMember, type TestMember } from './members.js';

/** A person who can sign in by password and one-time code. */
export interface Person {
  readonly member: TestMember;
  readonly userId: UserId;
  /** The global id, as the API has it. */
  readonly id: string;
  readonly email: string;
  readonly password: string;
  readonly totpSecret: string;
  /** The code that the authenticator app shows now. */
  code(): string;
}

/** A person of a member, or of a new one. */
export async function givenPerson(
  app: TestApp,
  { member, roles = ['SUBMITTER'] }: { readonly member?: TestMember; readonly roles?: readonly Role[] } = {},
): Promise<Person> {
  const own = member ?? (await givenMember(app));
  const email = `${newId('user')}@person.example`;
  const made = await asOwner(app.database, (tx) =>
    app.nest.get(UserAccounts).create(tx, { memberId: own.memberId, email, name: 'Dana Okafor', roles }),
  );
  if (made === undefined) throw new Error('The address is random and cannot be taken.');
  return {
    member: own,
    ...made,
    id: toGlobalId('user', made.userId),
    email,
    code: () => generateSync({ secret: made.totpSecret, epoch: app.clock.now().getTime() / 1000 }),
  };
}

/** A browser in which a person has signed in by password. */
export async function signedIn(
  app: TestApp,
  person: Person,
  browser: Browser = new Browser(app),
): Promise<Browser> {
  const { email, password } = person;
  const answer = await browser.post('/sign-in/password', { email, password, code: person.code() });
  if (answer.status !== 200) throw new Error(`The sign-in failed: ${answer.text}`);
  return browser;
}
