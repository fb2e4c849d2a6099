import { generateSync } from 'otplib';
import { UserAccounts } from '../src/auth/index.js';
import { SpecHome } from '../src/cli/spec-terminal.js';
import type { Role } from '../src/common/actor.js';
import { newId } from '../src/common/id.js';
import type { TestApp } from './support/app.js';
import { asOwner } from './support/as-owner.js';
import { givenCoalition, givenMembers, type TestMember } from './support/members.js';
import { anIban, aReport, createRegister, reports, screens, settled } from './support/register.js';

let app: TestApp;
let homes: SpecHome[] = [];

beforeAll(async () => {
  app = await createRegister();
});

afterAll(async () => {
  await Promise.all(homes.map((home) => home.remove()));
  homes = [];
  await app.close();
});

/** A person of a member, signed in at a terminal of its own. */
async function atTheTerminal({ memberId }: TestMember, ...roles: readonly Role[]): Promise<SpecHome> {
  const email = `${newId('user')}@person.example`;
  const made = await asOwner(app.database, (tx) =>
    app.nest.get(UserAccounts).create(tx, { memberId, email, name: 'A person', roles }),
  );
  const totp = generateSync({ secret: made?.totpSecret ?? '', epoch: app.clock.now().getTime() / 1000 });
  const home = await SpecHome.make();
  homes.push(home);
  const args = ['login', '--url', app.url, '--email', email, '--totp', totp];
  const { exitCode, stderr } = await home.run(args, { answers: [made?.password ?? ''] });
  if (exitCode !== 0) throw new Error(stderr);
  return home;
}

async function asJson<Shown>(home: SpecHome, ...args: readonly string[]): Promise<Shown> {
  const { exitCode, stdout, stderr } = await home.run(['dispute', ...args, '--json']);
  if (exitCode !== 0) throw new Error(stderr);
  return JSON.parse(stdout) as Shown;
}

describe('cordon dispute', () => {
  it('files, answers and decides, each as the person who is signed in', async () => {
    const { reporter, filer } = await givenMembers(app, 'reporter', 'filer');
    const { coalition } = await givenCoalition(app);
    const account = anIban();
    const identifiers = [{ type: 'IBAN', value: account }];
    await reports(reporter, aReport({ identifiers }));
    await settled(app);
    const [answer] = await screens(filer, { identifiers });
    const merchant = answer?.matches[0]?.merchantId ?? '';
    const [desk, clerk] = [
      await atTheTerminal(filer, 'SCREENER'),
      await atTheTerminal(reporter, 'SUBMITTER'),
    ];
    const [analyst, other] = [
      await atTheTerminal(coalition, 'COALITION_ANALYST'),
      await atTheTerminal(coalition, 'COALITION_ANALYST'),
    ];
    const why = ['--statement', 'It is another firm.'];

    expect(
      await desk.run(['dispute', 'file', '--grounds', 'OUTDATED', ...why, '--client-reference', 'D']),
    ).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--merchant') as string });
    const file = ['file', '--merchant', merchant, '--grounds', 'MISTAKEN_IDENTITY', ...why];
    const { dispute } = await asJson<{ dispute: { id: string } }>(desk, ...file, '--client-reference', 'D-1');
    await settled(app);
    const waiting = await asJson<{ id: string }[]>(clerk, 'list', '--part', 'REPORTER', '--status', 'FILED');
    expect(waiting.map(({ id }) => id)).toEqual([dispute.id]);
    await asJson(clerk, 'answer', dispute.id, '--answer', 'STAND_BY', ...why);
    expect(await clerk.run(['dispute', 'answer', dispute.id, '--answer', 'WITHDRAW', ...why])).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining('NOT_ALLOWED_IN_STATE') as string,
    });
    await settled(app);

    const reason = ['--reason', 'Both sides were heard.'];
    const { rulingId } = await asJson<{ rulingId: string }>(
      analyst,
      ...['rule', dispute.id, '--outcome', 'UPHELD', ...reason],
    );
    const { stdout } = await other.run(['dispute', 'review', dispute.id]);
    expect(stdout).toContain('STAND_BY: It is another firm.');
    expect(stdout).toContain(`${rulingId}: UPHELD: Both sides were heard. (1 to approve)`);
    await asJson(other, 'approve', rulingId);
    await settled(app);
    expect((await screens(filer, { identifiers }))[0]).toMatchObject({ outcome: 'CLEAR' });

    const shown = await clerk.run(['dispute', 'show', dispute.id]);
    expect(shown.stdout).toMatch(/Status +UPHELD\n/);
    expect(shown.stdout).not.toContain(filer.id);
  });

  it('says of a dispute in which one has no part that there is none', async () => {
    const { filer } = await givenMembers(app, 'filer');
    const desk = await atTheTerminal(filer, 'SCREENER');
    expect(await desk.run(['dispute', 'show', 'dsp_AAAAAAAAAAAAAAAAAAAAAA'])).toMatchObject({ exitCode: 2 });
    expect(await desk.run(['dispute', 'review', 'dsp_AAAAAAAAAAAAAAAAAAAAAA'])).toMatchObject({
      stderr: expect.stringContaining('dispute:rule') as string,
    });
  });

  it('has an analyst answer for a member that has left, who decides nothing of it then', async () => {
    const { gone, filer } = await givenMembers(app, 'gone', 'filer');
    const { coalition, admin } = await givenCoalition(app);
    const identifiers = [{ type: 'IBAN', value: anIban() }];
    await reports(gone, aReport({ identifiers }));
    await settled(app);
    const [answer] = await screens(filer, { identifiers });
    await admin.mutate('endMembership', { memberId: gone.id, reason: 'It has left.' });
    const desk = await atTheTerminal(filer, 'SCREENER');
    const analyst = await atTheTerminal(coalition, 'COALITION_ANALYST');
    const file = ['file', '--merchant', answer?.matches[0]?.merchantId ?? '', '--grounds', 'OUTDATED'];
    const { dispute } = await asJson<{ dispute: { id: string } }>(
      desk,
      ...file,
      ...['--statement', 'It is over.', '--client-reference', 'D-2'],
    );
    await settled(app);

    const review = await analyst.run(['dispute', 'review', dispute.id]);
    expect(review.stdout).toContain('its member has left, so an analyst may answer');
    const answered = await analyst.run(
      ['dispute', 'answer-in-care', dispute.id].concat('--statement', 'It is documented.'),
    );
    expect(answered).toMatchObject({ exitCode: 0, stdout: expect.stringContaining('STAND_BY') as string });
    expect((await analyst.run(['dispute', 'review', dispute.id])).exitCode).toBe(2);
  });
});
