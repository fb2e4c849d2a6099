import { generateSync } from 'otplib';
import { UserAccounts } from '../../src/auth/index.js';
import { SpecHome } from '../../src/cli/spec-terminal.js';
import type { Role } from '../../src/common/actor.js';
import { newId } from '../../src/common/id.js';
import type { TestApp } from './app.js';
import { asOwner } from './as-owner.js';
import type { TestMember } from './members.js';

/** A person of a member, signed in at a terminal of its own. Whoever makes one removes it. */
export async function atTheTerminal(
  app: TestApp,
  { memberId }: Pick<TestMember, 'memberId'>,
  ...roles: readonly Role[]
): Promise<SpecHome> {
  const email = `${newId('user')}@person.example`;
  const made = await asOwner(app.database, (tx) =>
    app.nest.get(UserAccounts).create(tx, { memberId, email, name: 'A person', roles }),
  );
  const totp = generateSync({ secret: made?.totpSecret ?? '', epoch: app.clock.now().getTime() / 1000 });
  const home = await SpecHome.make();
  const args = ['login', '--url', app.url, '--email', email, '--totp', totp];
  const { exitCode, stderr } = await home.run(args, { answers: [made?.password ?? ''] });
  if (exitCode !== 0) throw new Error(stderr);
  return home;
}

/** What a command prints as JSON; it must be taken. */
export async function asJson<Shown>(home: SpecHome, ...args: readonly string[]): Promise<Shown> {
  const { exitCode, stdout, stderr } = await home.run([...args, '--json']);
  if (exitCode !== 0) throw new Error(`cordon ${args.join(' ')}: ${stderr}`);
  return JSON.parse(stdout) as Shown;
}
