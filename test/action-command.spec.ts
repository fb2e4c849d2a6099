import { generateSync } from 'otplib';
import { UserAccounts } from '../src/auth/index.js';
import { type Ran, SpecHome } from '../src/cli/spec-terminal.js';
import { newId } from '../src/common/id.js';
import type { TestApp } from './support/app.js';
import { asOwner } from './support/as-owner.js';
import { givenMembers, type TestMember } from './support/members.js';
import { anIban, aReport, createRegister, reports, settled } from './support/register.js';

const NOBODY = 'scr_AAAAAAAAQACAAAAAAAAAAA';

/** What a person of a member types about a match: the assessment, the action, the opinion. */
describe('cordon disposition, action and opinion', () => {
  let app: TestApp;
  let bank: TestMember;
  let home: SpecHome;
  let match: { readonly screeningId: string; readonly merchantId: string; readonly indicatorId: string };

  beforeAll(async () => {
    app = await createRegister();
    const { reporter, ...members } = await givenMembers(app, 'reporter', 'bank');
    bank = members.bank;
    const identifiers = [{ type: 'IBAN', value: anIban() }];
    await reports(reporter, aReport({ identifiers }));
    await settled(app);
    const { screenings } = await bank.mutate<{
      screenings: {
        id: string;
        matches: { merchantId: string; evidence: { indicatorId: string }[] }[];
      }[];
    }>(
      'screenMerchants',
      { purpose: 'ONBOARDING', merchants: [{ ref: 'row', identifiers }] },
      'screenings { id matches { merchantId evidence { indicatorId } } }',
    );
    const [found] = screenings[0]?.matches ?? [];
    match = {
      screeningId: screenings[0]?.id ?? '',
      merchantId: found?.merchantId ?? '',
      indicatorId: found?.evidence[0]?.indicatorId ?? '',
    };
    home = await signedIn();
  });

  afterAll(async () => {
    await home.remove();
    await app.close();
  });

  async function signedIn(): Promise<SpecHome> {
    const made = await SpecHome.make();
    const email = `${newId('user')}@person.example`;
    const account = await asOwner(app.database, (tx) =>
      app.nest.get(UserAccounts).create(tx, {
        memberId: bank.memberId,
        email,
        name: 'A person',
        roles: ['SCREENER'],
      }),
    );
    const totp = generateSync({ secret: account?.totpSecret ?? '', epoch: app.clock.now().getTime() / 1000 });
    const login = ['login', '--url', app.url, '--email', email, '--totp', totp];
    const { exitCode, stderr } = await made.run(login, { answers: [account?.password ?? ''] });
    if (exitCode !== 0) throw new Error(stderr);
    return made;
  }

  const run = (...args: readonly string[]): Promise<Ran> => home.run(args);
  const onMatch = (): readonly string[] => ['--screening', match.screeningId, '--merchant', match.merchantId];
  const since = ['--effective-on', '2026-05-30'];

  it('records, lists, shows, corrects and withdraws', async () => {
    const terminated = ['action', 'record', '--client-reference', 'A-1', '--kind', 'terminated', ...since];
    expect(await run(...terminated, ...onMatch())).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining('[DISPOSITION_REQUIRED]') as string,
    });

    const assessed = ['disposition', 'record', '--assessment', 'same merchant', '--rationale', 'Same owner.'];
    expect((await run(...assessed, ...onMatch())).stdout).toContain('SAME_MERCHANT');
    expect((await run('disposition', 'list', '--screening', match.screeningId)).stdout).toContain(
      'SAME_MERCHANT',
    );

    const listed = ['--network-list', 'MATCH', '--network-code', '13', '--network-listed-on', '2026-05-31'];
    const first = await run(...terminated, ...onMatch(), '--accounts-closed', '2', ...listed, '--json');
    expect([first.exitCode, first.stderr]).toEqual([0, '']);
    const { action } = JSON.parse(first.stdout) as { action: { id: string } };
    expect((await run('action', 'list', '--merchant', match.merchantId)).stdout).toContain(action.id);
    const shown = (await run('action', 'show', action.id)).stdout;
    expect(shown).toContain('MATCH 13, 2026-05-31');
    expect(shown).toMatch(/Accounts closed +2\n/);

    const corrected = await run(
      'action',
      'correct',
      action.id,
      '--kind',
      'TERMINATED',
      ...since,
      '--note',
      'x.example/y',
    );
    expect(corrected.stdout).toContain('version 2: TERMINATED since 2026-05-30');
    expect(corrected.stderr).toContain('no more than the host');
    expect((await run('action', 'withdraw', action.id, '--reason', 'Another one.')).stdout).toContain(
      'WITHDRAWN',
    );
    expect((await run('action', 'list', '--status', 'RECORDED')).stdout).not.toContain(action.id);
  });

  it('gives and withdraws an opinion', async () => {
    const given = await run(
      'opinion',
      'give',
      match.indicatorId,
      '--opinion',
      'seen-too',
      '--note',
      'Here as well.',
    );
    expect([given.exitCode, given.stdout]).toEqual([0, expect.stringContaining('SEEN_TOO')]);
    expect((await run('opinion', 'withdraw', match.indicatorId)).exitCode).toBe(0);
    expect(await run('opinion', 'withdraw', match.indicatorId)).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining('[NOT_FOUND]') as string,
    });
  });

  const record = ['action', 'record', '--client-reference', 'A-2'];

  it.each<[string, readonly string[]]>([
    ['nothing that it is about', [...record, '--kind', 'DECLINED']],
    ['half a match', [...record, '--kind', 'DECLINED', '--screening', NOBODY]],
    [
      'a match and a notice',
      [...record, '--kind', 'DECLINED', '--screening', NOBODY, '--merchant', 'mer_', '--notice', 'ntc_'],
    ],
    ['no kind', [...record, '--notice', 'ntc_']],
    ['no such kind', [...record, '--notice', 'ntc_', '--kind', 'PRAISED']],
    ['no reference', ['action', 'record', '--notice', 'ntc_', '--kind', 'DECLINED']],
    [
      'a day that is none',
      [...record, '--notice', 'ntc_', '--kind', 'DECLINED', '--effective-on', '2026-02-30'],
    ],
    [
      'a number that is none',
      [...record, '--notice', 'ntc_', '--kind', 'TERMINATED', '--accounts-closed', 'two'],
    ],
    ['half a listing', [...record, '--notice', 'ntc_', '--kind', 'TERMINATED', '--network-list', 'MATCH']],
    ['no such action', ['action', 'show', 'nonsense']],
    ['no such opinion', ['opinion', 'give', 'ind_', '--opinion', 'PERHAPS']],
    ['no opinion', ['opinion', 'give', 'ind_']],
    ['no assessment', ['disposition', 'record', '--notice', 'ntc_', '--rationale', 'None.']],
    ['no rationale', ['disposition', 'record', '--notice', 'ntc_', '--assessment', 'UNSURE']],
  ])('are not usable with %s', async (_, args) => {
    const { exitCode, stdout, stderr } = await run(...args);
    expect([exitCode, stdout]).toEqual([2, '']);
    expect(stderr).not.toMatch(/\n\s+at /);
  });

  it.each<[string, readonly string[], string]>([
    [
      'an id that is none',
      [...record, '--notice', 'nonsense', '--kind', 'UNABLE_TO_TRACE', ...since],
      'NOT_FOUND',
    ],
    [
      'a day in the future',
      [...record, '--notice', 'nonsense', '--kind', 'UNABLE_TO_TRACE', '--effective-on', '2030-01-01'],
      'NOT_FOUND',
    ],
    ['an indicator that is none', ['opinion', 'give', 'nonsense', '--opinion', 'OUTDATED'], 'NOT_FOUND'],
    ['an action that is none', ['action', 'withdraw', 'nonsense', '--reason', 'None.'], 'NOT_FOUND'],
  ])('are refused with %s', async (_, args, code) => {
    const { exitCode, stderr } = await run(...args);
    expect([exitCode, stderr]).toEqual([3, expect.stringContaining(`[${code}]`)]);
  });
});
