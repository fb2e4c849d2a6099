import { SpecHome } from '../src/cli/spec-terminal.js';
import type { Role } from '../src/common/actor.js';
import { newId, toGlobalId } from '../src/common/id.js';
import { AGREEMENT_VERSION } from '../src/member/index.js';
import type { TestApp } from './support/app.js';
import { asOwner } from './support/as-owner.js';
import { givenCoalition, givenMembers, type TestMember } from './support/members.js';
import { aReport, createRegister, reports, settled } from './support/register.js';
import { asJson, atTheTerminal } from './support/terminal.js';

/** What the coalition's analysts and admins do by command: each signed in as a person. */
describe('cordon', () => {
  let app: TestApp;
  let coalition: Awaited<ReturnType<typeof givenCoalition>>;
  let reporter: TestMember;
  let other: TestMember;
  const homes: SpecHome[] = [];

  beforeAll(async () => {
    app = await createRegister();
    coalition = await givenCoalition(app);
    ({ reporter, other } = await givenMembers(app, 'reporter', 'other'));
  });

  afterAll(async () => {
    await Promise.all(homes.map((home) => home.remove()));
    await app.close();
  });

  async function at(...roles: readonly Role[]): Promise<SpecHome> {
    const home = await atTheTerminal(app, coalition.coalition, ...roles);
    homes.push(home);
    return home;
  }

  it('match shows an analyst two that may be one, takes what is decided, and takes it back', async () => {
    const HOUSE = { line: '14 Quarrel Mill Lane', city: 'Fennowick', postcode: '9911 XK', country: 'NL' };
    await reports(reporter, aReport({ legalName: 'Quorvex Bright Imports', addresses: [HOUSE] }));
    await settled(app);
    app.clock.advance({ seconds: 1 });
    await reports(other, aReport({ legalName: 'Quorvx Bright Imports Ltd', addresses: [HOUSE] }));
    await settled(app);
    const analyst = await at('COALITION_ANALYST');
    const [match] = await asJson<{ id: string }[]>(analyst, 'match', 'list', '--order', 'STRONGEST');
    const id = match?.id ?? '';

    const shown = await analyst.run(['match', 'show', id]);
    expect(shown.stdout).toContain('name  QUORVEX BRIGHT IMPORTS');
    expect(shown.stdout).toMatch(/^ {2}\+\d+\.\d {2}name \(/m);
    expect(shown.stdout).toContain(`Next: cordon match decide ${id}`);

    const decide = ['match', 'decide', id, '--verdict', 'SAME', '--reason', 'The register says so.'];
    const { decision } = await asJson<{ decision: { id: string; verdict: string } }>(analyst, ...decide);
    expect(decision.verdict).toBe('SAME');
    await settled(app);
    expect(await asJson(analyst, 'match', 'list')).toEqual([]);

    const undone = await analyst.run(['match', 'undo', decision.id, '--reason', 'Another owner.']);
    expect(undone.stdout).toMatch(/^dec_\S+ {2}SAME .*, undone .*: The register says so\.\n$/);
    expect(await analyst.run(['match', 'undo', decision.id, '--reason', 'Again.'])).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining('[ALREADY_UNDONE]') as string,
    });
    expect((await analyst.run(['match', 'show', toGlobalId('judgement', newId('judgement'))])).exitCode).toBe(
      2,
    );
  });

  it('fishing tells an analyst of alarms, and takes it that one is dealt with', async () => {
    const alarm = newId('fishingAlarm');
    await asOwner(app.database, (tx) =>
      tx.query(
        `insert into fishing_alarm (id, member_id, sign, day, merchants, share, raised_at)
         values ($1, $2, 'SEQUENCE', $3::date, 200, 1, $3)`,
        [alarm, other.memberId, app.clock.now()],
      ),
    );
    const id = toGlobalId('fishingAlarm', alarm);
    const analyst = await at('COALITION_ANALYST');
    expect((await analyst.run(['work'])).stdout).toContain(`cordon fishing close ${id} --note ...`);
    const close = ['fishing', 'close', id, '--note', 'It moved its portfolio.'];
    expect((await analyst.run(close)).stdout).toBe(`Alarm ${id} is dealt with.\n`);
    expect((await analyst.run(['fishing', 'list'])).stdout).toMatch(/100 % .*It moved its portfolio\.\n$/);
    expect(await analyst.run(close)).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining('[NOT_ALLOWED_IN_STATE]') as string,
    });
  });

  it('member shows admins who waits, and lets in by two, out at once, and in again', async () => {
    const { member } = await coalition.admin.mutate<{ member: { id: string } | null }>(
      'applyMember',
      { name: 'Applicant', kind: 'ACQUIRER', country: 'NL', region: 'EU' },
      'member { id }',
    );
    const applicant = member?.id ?? '';
    const signature = { memberId: applicant, version: AGREEMENT_VERSION, signedBy: 'M. Visser' };
    await coalition.admin.mutate('signAgreement', signature);
    const [first, second] = [await at('COALITION_ADMIN'), await at('COALITION_ADMIN')];
    expect((await first.run(['member', 'list', '--status', 'APPLIED'])).stdout).toContain(applicant);
    expect((await first.run(['member', 'approve', applicant])).exitCode).toBe(0);
    expect(await first.run(['member', 'approve', applicant])).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining('[SAME_PERSON]') as string,
    });
    expect((await second.run(['member', 'approve', applicant])).stdout).toMatch(/^Status +ACTIVE$/m);

    const step = async (...args: string[]): Promise<string> =>
      (await first.run(['member', args[0] ?? '', applicant, '--reason', 'As the test says.'])).stdout;
    expect(await step('suspend')).toMatch(/^Status +SUSPENDED$/m);
    expect(await step('resume')).toMatch(/^Status +ACTIVE$/m);
    expect(await step('end')).toMatch(/^Status +LEFT$/m);
  });

  it('grant lets a second admin give a role of the coalition, or have nothing come of it', async () => {
    const [first, second] = [await at('COALITION_ADMIN'), await at('COALITION_ADMIN')];
    const asked = async (): Promise<string> => {
      const email = `${newId('user')}@person.example`;
      const { pendingGrant } = await coalition.admin.mutate<{ pendingGrant: { id: string } | null }>(
        'createUser',
        { email, name: 'New analyst', roles: ['COALITION_ANALYST'] },
        'pendingGrant { id }',
      );
      return pendingGrant?.id ?? '';
    };
    const id = await asked();
    expect((await first.run(['grant', 'list'])).stdout).toMatch(
      new RegExp(`^${id} +OPEN .* none -> COALITION_ANALYST$`, 'm'),
    );
    expect((await second.run(['grant', 'approve', id])).stdout).toMatch(new RegExp(`^${id} {2}GRANTED`));
    const another = await asked();
    expect((await first.run(['grant', 'withdraw', another])).stdout).toMatch(
      new RegExp(`^${another} {2}WITHDRAWN`),
    );
  });
});
