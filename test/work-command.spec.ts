import type { SpecHome } from '../src/cli/spec-terminal.js';
import type { TestApp } from './support/app.js';
import { givenCoalition, givenMember, givenMembers, type TestMember } from './support/members.js';
import { lists, withdraws } from './support/recalls.js';
import { aReport, createRegister, reports, settled } from './support/register.js';
import { asJson, atTheTerminal } from './support/terminal.js';
import type { ShownWork } from './support/work.js';

const BANK = 'NLTEST';
const WHY = ['--purpose', 'INVESTIGATION'];

/** What people do by command about what waits for them, against the service itself. */
describe('the work of a member, by command', () => {
  let app: TestApp;
  let bank: TestMember;
  let reporter: TestMember;
  let other: TestMember;
  let desk: SpecHome;
  let admin: SpecHome;
  const homes: SpecHome[] = [];

  const person = async (
    ...who: Parameters<typeof atTheTerminal> extends [unknown, ...infer Rest] ? Rest : never
  ) => {
    const home = await atTheTerminal(app, ...who);
    homes.push(home);
    return home;
  };

  beforeAll(async () => {
    app = await createRegister();
    ({ bank, reporter, other } = await givenMembers(app, 'bank', 'reporter', 'other'));
    desk = await person(bank, 'SCREENER');
    admin = await person(bank, 'MEMBER_ADMIN');
  });

  afterAll(async () => {
    await Promise.all(homes.map((home) => home.remove()));
    await app.close();
  });

  const workAtDesk = (): Promise<ShownWork[]> => asJson<ShownWork[]>(desk, 'work');

  it('registers what it serves, and removes it', async () => {
    const add = ['range', 'add', '--kind', 'iban bank', '--value'];
    const wrong = await admin.run([...add, 'TESTBANK-42-IS-NONE']);
    expect(wrong).toMatchObject({ exitCode: 3, stderr: expect.stringMatching(/^value: /) as string });
    expect(await admin.run(['range', 'add', '--kind', 'SHOP', '--value', 'X'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('Use one of ACQUIRER') as string,
    });
    expect(await desk.run([...add, BANK])).toMatchObject({ exitCode: 4 });

    const { serviceRange } = await asJson<{ serviceRange: { id: string } }>(admin, ...add, BANK);
    expect((await admin.run(['range', 'list'])).stdout).toMatch(
      new RegExp(`${serviceRange.id} +IBAN_BANK +${BANK} `),
    );
    expect((await admin.run(['range', 'remove', serviceRange.id])).stdout).toContain('is removed.');
    expect(await admin.run(['range', 'remove', serviceRange.id])).toMatchObject({ exitCode: 3 });
    expect((await admin.run([...add, BANK])).stdout).toContain('is registered.');
  });

  it('is told, acknowledges, and says who serves the merchant', async () => {
    await reports(reporter, aReport());
    await settled(app);
    const work = await workAtDesk();
    expect(work.map(({ kind }) => kind)).toEqual(['ACKNOWLEDGE_ALERT', 'ACT_ON_NOTICE']);
    const [alertId = '', noticeId = ''] = work.map(({ objectId }) => objectId);

    expect((await desk.run(['alert', 'list'])).stdout).toMatch(
      new RegExp(`${alertId} +NOTICE +NORMAL +DELIVERED +2026-`),
    );
    expect((await desk.run(['alert', 'show', alertId, ...WHY])).stdout).toContain(
      `Next: cordon notice show ${noticeId} --purpose ...\nNext: cordon alert acknowledge ${alertId}\n`,
    );
    const acknowledged = await desk.run(['alert', 'acknowledge', alertId, noticeId]);
    expect(acknowledged).toMatchObject({
      exitCode: 3,
      stdout: `Alert ${alertId} is acknowledged.\n`,
      stderr: expect.stringContaining(`${noticeId}: There is no such alert. [NOT_FOUND]`) as string,
    });

    expect(await desk.run(['notice', 'list'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('--purpose with one of') as string,
    });
    expect((await desk.run(['notice', 'list', ...WHY])).stdout).toContain('ACKNOWLEDGED');
    const shown = await desk.run(['notice', 'show', noticeId, ...WHY]);
    expect(shown.stdout).toContain(`IBAN_BANK ${BANK}`);
    expect(shown.stdout).toContain(`Next: cordon notice forward ${noticeId}`);

    const forward = [
      'notice',
      'forward',
      noticeId,
      '--client-reference',
      'F-1',
      '--effective-on',
      '2026-06-01',
    ];
    expect(await desk.run([...forward, '--to', bank.id])).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining('UNKNOWN_MEMBER') as string,
    });
    expect((await desk.run([...forward, '--to', other.id])).stdout).toContain('FORWARDED');
    await settled(app);
    expect(await workAtDesk()).toEqual([]);
    const atOther = await person(other, 'SUBMITTER');
    expect((await asJson<ShownWork[]>(atOther, 'work')).map(({ kind }) => kind)).toEqual([
      'ACKNOWLEDGE_ALERT',
      'ACT_ON_NOTICE',
    ]);
  });

  it('is told whom to call, first of all, where a child is at risk', async () => {
    const hotline = await givenMember(app, { name: 'hotline', kind: 'HOTLINE' });
    const atHotline = await person(hotline, 'MEMBER_ADMIN');
    expect((await atHotline.run(['hotline', 'set', '+31 20 794 0800'])).stdout).toBe(
      'Your member is called by +31207940800.\n',
    );
    expect(await atHotline.run(['hotline', 'set', 'none'])).toMatchObject({ exitCode: 3 });
    await asJson(await person(reporter, 'SUBMITTER'), ...aReportByFlags('R-1'), '--child-at-risk', 'yes');
    await settled(app);
    const [first] = await workAtDesk();
    expect(first).toMatchObject({ urgency: 'CRITICAL' });
    const notice = (await workAtDesk()).find(({ kind }) => kind === 'ACT_ON_NOTICE')?.objectId ?? '';
    expect((await desk.run(['notice', 'show', notice, ...WHY])).stdout).toMatch(
      /^A child is at risk\. Call now: \+31207940800 \(hotline .*, NL\)\n/,
    );
    const { stdout } = await (await person(reporter, 'SUBMITTER')).run(['report', 'show', 'R-1']);
    expect(stdout).toMatch(/^Child at risk +yes, now$/m);
  });

  it('closes a recall', async () => {
    const reportId = await reports(reporter, aReport());
    await settled(app);
    await lists(bank);
    await withdraws(app, reporter, reportId);
    const recall = (await workAtDesk()).find(({ kind }) => kind === 'CLOSE_RECALL')?.objectId ?? '';

    expect((await desk.run(['recall', 'list', '--open'])).stdout).toContain(`${recall}  WITHDRAWN`);
    expect(await desk.run(['recall', 'list', '--open', '--closed'])).toMatchObject({ exitCode: 2 });
    expect((await desk.run(['recall', 'show', recall])).stdout).toContain(
      `Next: cordon recall close ${recall}`,
    );
    expect((await desk.run(['recall', 'close', recall])).stdout).toBe(`Recall ${recall} is closed.\n`);
    expect((await desk.run(['recall', 'list', '--open'])).stdout).not.toContain(recall);
    expect(await desk.run(['recall', 'close', 'rcl_none'])).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining('recallId: There is no such recall. [NOT_FOUND]') as string,
    });
    for (const thing of ['recall', 'alert'])
      expect(await desk.run([thing, 'show', 'none'])).toMatchObject({ exitCode: 2 });
    expect(await desk.run(['notice', 'show', 'none', ...WHY])).toMatchObject({ exitCode: 2 });
  });

  it('is shown to an analyst with what to type next', async () => {
    const { coalition } = await givenCoalition(app);
    const reportId = await reports(reporter, aReport({ basis: 'MEMBER_TIP' }));
    const analyst = await person(coalition, 'COALITION_ANALYST');
    const { stdout } = await analyst.run(['work', '--kind', 'TRIAGE_REPORT']);
    expect(stdout).toContain(`cordon report show ${reportId} --purpose TRIAGE`);
  });
});

function aReportByFlags(reference: string): readonly string[] {
  return [
    ...['report', 'submit', '--client-reference', reference, '--reason', 'CSAM_SALE'],
    ...['--basis', 'TEST_TRANSACTION', '--payment-methods', 'SEPA', '--tlp', 'AMBER'],
    ...['--iban', 'NL78TEST0999999999'],
  ];
}
