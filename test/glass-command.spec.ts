import { generateSync } from 'otplib';
import { UserAccounts } from '../src/auth/index.js';
import { SpecHome } from '../src/cli/spec-terminal.js';
import type { Role } from '../src/common/actor.js';
import { newId } from '../src/common/id.js';
import type { TestApp } from './support/app.js';
import { asOwner } from './support/as-owner.js';
import { givenCoalition, givenMembers, type TestMember } from './support/members.js';
import { aReport, createRegister, reports } from './support/register.js';

let app: TestApp;
let coalition: TestMember;
let homes: SpecHome[] = [];

beforeAll(async () => {
  app = await createRegister();
  ({ coalition } = await givenCoalition(app));
});

afterAll(async () => {
  await Promise.all(homes.map((home) => home.remove()));
  homes = [];
  await app.close();
});

/** A person of the coalition, signed in at a terminal of its own. */
async function atTheTerminal(...roles: readonly Role[]): Promise<SpecHome> {
  const { memberId } = coalition;
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

describe('cordon glass', () => {
  it('asks, approves, reads and closes, each as the person who is signed in', async () => {
    const { reporter, named } = await givenMembers(app, 'reporter', 'named');
    const report = await reports(reporter, aReport({ handling: { tlp: 'RED', namedMemberIds: [named.id] } }));
    const asker = await atTheTerminal('COALITION_ANALYST');
    const admin = await atTheTerminal('COALITION_ADMIN');
    const analyst = await atTheTerminal('COALITION_ANALYST');
    const show = ['report', 'show', report, '--purpose', 'INCIDENT', '--json'];
    expect((await asker.run(show)).exitCode).toBe(2);

    const why = ['--reason', 'A reporter is in danger.'];
    expect(await asker.run(['glass', 'request', report, ...why])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining('--purpose') as string,
    });
    const asked = await asker.run(['glass', 'request', report, '--purpose', 'incident', ...why, '--json']);
    const { breakGlass } = JSON.parse(asked.stdout) as { breakGlass: { id: string } };
    expect(await asker.run(['glass', 'approve', breakGlass.id])).toMatchObject({
      exitCode: 3,
      stderr: expect.stringContaining('[SAME_PERSON]') as string,
    });
    expect((await admin.run(['glass', 'approve', breakGlass.id])).stdout).toContain('COALITION_ANALYST');
    expect((await analyst.run(['glass', 'approve', breakGlass.id])).stdout).toMatch(/Status\s+OPEN/);
    expect(JSON.parse((await asker.run(show)).stdout)).toMatchObject({ id: report });

    expect((await admin.run(['glass', 'close', breakGlass.id])).stdout).toMatch(/Status\s+CLOSED/);
    expect((await asker.run(show)).exitCode).toBe(2);
    expect((await analyst.run(['glass', 'list'])).stdout).toContain(breakGlass.id);
    expect((await admin.run(['glass', 'show', breakGlass.id])).stdout).toContain('A reporter is in danger.');
  });
});
