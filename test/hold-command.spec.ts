import { generateSync } from 'otplib';
import { UserAccounts } from '../src/auth/index.js';
import { runAdmin } from '../src/cli/admin/admin-program.js';
import { type Ran, SpecHome, specTerminal } from '../src/cli/spec-terminal.js';
import type { Role } from '../src/common/actor.js';
import { newId } from '../src/common/id.js';
import { Config } from '../src/config/index.js';
import type { TestApp } from './support/app.js';
import { asOwner } from './support/as-owner.js';
import type { Caller } from './support/caller.js';
import { stepsHold } from './support/holds.js';
import { givenCoalition, givenMember, type TestMember } from './support/members.js';
import { anIban, createRegister } from './support/register.js';

interface Shown {
  readonly id: string;
  readonly status: string;
  readonly identifiers: readonly { readonly type: string; readonly display: string }[];
  readonly nodes: readonly Shown[];
  readonly refusals: readonly { readonly code: string }[];
}

const WHY = ['--reason', 'As the test says.'];

/** cordon-admin hold, against the database of a service that runs. */
describe('cordon-admin hold', () => {
  let app: TestApp;
  let analyst: Caller;
  const emails: Record<string, string> = {};

  beforeAll(async () => {
    app = await createRegister();
    ({ analyst } = await givenCoalition(app));
    await (await givenMember(app, { kind: 'LAW_ENFORCEMENT_LIAISON' })).as('LIAISON');
    for (const role of ['COALITION_ANALYST', 'LIAISON', 'SUBMITTER']) {
      const [person] = await asOwner(app.database, (tx) =>
        tx.query<{ email: string }>('select email from app_user where $1 = any (roles) limit 1', [role]),
      );
      emails[role] = person?.email ?? '';
    }
  });

  afterAll(() => app.close());

  async function hold(...args: readonly string[]): Promise<Ran> {
    const { databaseUrl, secretKey } = app.nest.get(Config);
    const terminal = specTerminal({
      NODE_ENV: 'test',
      DATABASE_URL: databaseUrl,
      CORDON_SECRET_KEY: secretKey.toString('base64'),
      CORDON_LOG_LEVEL: 'silent',
    });
    const exitCode = await runAdmin(['hold', ...args], terminal);
    return { exitCode, stdout: terminal.written.stdout, stderr: terminal.written.stderr };
  }

  async function asLiaison(...args: readonly string[]): Promise<{ exitCode: number; shown: Shown }> {
    const { exitCode, stdout } = await hold(...args, '--as', emails['LIAISON'] ?? '', '--json');
    return { exitCode, shown: JSON.parse(stdout) as Shown };
  }

  it('places, shows, reviews and extends a hold in a liaison’s name', async () => {
    const account = anIban();
    const { shown: placed } = await asLiaison('place', '--identifier', `iban=${account}`, ...WHY);
    expect(placed).toMatchObject({
      status: 'REQUESTED',
      identifiers: [{ type: 'IBAN', display: `•••• ${account.slice(-4)}` }],
    });
    await stepsHold(analyst, 'activateHold', placed.id);

    expect((await asLiaison('review', placed.id, ...WHY)).shown).toMatchObject({ status: 'REVIEW' });
    expect((await asLiaison('extend', placed.id, '--days', '3', ...WHY)).shown).toMatchObject({
      status: 'ACTIVE',
    });
    const { shown: listed } = await asLiaison('list', '--status', 'ACTIVE');
    expect(listed.nodes.map(({ id }) => id)).toEqual([placed.id]);

    const { stdout } = await hold('show', placed.id, '--as', emails['COALITION_ANALYST'] ?? '');
    expect(stdout).toContain('IBAN ••••');
    expect(stdout).toMatch(/REQUESTED: As the test says\.\n.*ACTIVE: .*\n.*REVIEW: .*\n.*ACTIVE: /);
  });

  it('tells what is refused, with the code for scripts', async () => {
    const { exitCode, shown } = await asLiaison('place', '--identifier', 'LEGAL_NAME=Nomu Imports', ...WHY);
    expect([exitCode, shown.refusals.map(({ code }) => code)]).toEqual([3, ['WEAK_IDENTIFIER']]);
  });

  it.each([
    ['nothing named', ['place', ...WHY]],
    ['no such type', ['place', '--identifier', 'HAT=1', ...WHY]],
    ['no id', ['show', 'nonsense']],
    ['a term that is none', ['extend', 'hld_AAAAAAAAQACAAAAAAAAAAA', '--days', '31', ...WHY]],
  ])('is not used as given: %s', async (_, args) => {
    expect((await hold(...args, '--as', emails['LIAISON'] ?? '')).exitCode).toBe(2);
  });

  it('acts for nobody without a role for it', async () => {
    for (const email of [emails['SUBMITTER'] ?? '', 'nobody@nowhere.example']) {
      const { exitCode, stderr } = await hold('list', '--as', email);
      expect([exitCode, stderr]).toEqual([4, expect.stringContaining('--as')]);
    }
  });

  it('neither activates nor lifts: the operator would be both of the two people', async () => {
    for (const step of ['activate', 'release'])
      expect(
        (await hold(step, 'hld_AAAAAAAAQACAAAAAAAAAAA', ...WHY, '--as', emails['COALITION_ANALYST'] ?? ''))
          .exitCode,
      ).toBe(2);
  });
});

/** cordon hold, by HTTP, for people who have signed in. */
describe('cordon hold', () => {
  let app: TestApp;
  const homes: SpecHome[] = [];

  beforeAll(async () => {
    app = await createRegister();
  });

  afterAll(async () => {
    await Promise.all(homes.map((home) => home.remove()));
    await app.close();
  });

  /** A person's folder, signed in there. */
  async function signedIn(member: TestMember, role: Role): Promise<SpecHome> {
    const home = await SpecHome.make();
    homes.push(home);
    const email = `${newId('user')}@person.example`;
    const made = await asOwner(app.database, (tx) =>
      app.nest.get(UserAccounts).create(tx, {
        memberId: member.memberId,
        email,
        name: 'A person',
        roles: [role],
      }),
    );
    const totp = generateSync({ secret: made?.totpSecret ?? '', epoch: app.clock.now().getTime() / 1000 });
    const answers = [made?.password ?? ''];
    const { exitCode, stderr } = await home.run(
      ['login', '--url', app.url, '--email', email, '--totp', totp],
      { answers },
    );
    if (exitCode !== 0) throw new Error(stderr);
    return home;
  }

  it('takes a hold from a liaison’s request to its release by two analysts', async () => {
    const agency = await givenMember(app, { kind: 'LAW_ENFORCEMENT_LIAISON' });
    const coalition = await givenMember(app, { kind: 'CLEARINGHOUSE' });
    const liaison = await signedIn(agency, 'LIAISON');
    const [one, other] = [
      await signedIn(coalition, 'COALITION_ANALYST'),
      await signedIn(coalition, 'COALITION_ANALYST'),
    ];
    const run = async (home: SpecHome, ...args: readonly string[]): Promise<Ran> =>
      home.run(['hold', ...args]);
    const step = (home: SpecHome, name: string, id: string, ...args: readonly string[]): Promise<Ran> =>
      run(home, name, id, ...WHY, ...args);

    const placed = await run(liaison, 'place', '--identifier', `IBAN=${anIban()}`, ...WHY, '--json');
    const { hold } = JSON.parse(placed.stdout) as { hold: Shown };
    expect((await run(liaison, 'list')).stdout).toContain(hold.id);
    expect((await step(liaison, 'activate', hold.id)).exitCode).toBe(4);
    expect((await step(one, 'activate', hold.id)).exitCode).toBe(0);
    expect((await run(one, 'show', hold.id, '--coverage')).stdout).toContain(
      'It hides 0 merchants by 0 reports',
    );
    expect((await step(liaison, 'extend', hold.id, '--days', '2')).exitCode).toBe(3);
    expect((await step(liaison, 'review', hold.id)).exitCode).toBe(0);
    expect((await step(liaison, 'extend', hold.id, '--days', '2')).stdout).toContain('ACTIVE');
    expect((await step(one, 'review', hold.id)).exitCode).toBe(0);
    expect((await step(one, 'release', hold.id)).stderr).toContain('1 more analyst');
    expect(await step(one, 'release', hold.id)).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining('SAME_PERSON') as string,
    });
    expect((await step(other, 'release', hold.id)).stdout).toContain('RELEASED');
  });
});
