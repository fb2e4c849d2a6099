import type { Command } from 'commander';
import { toGlobalId } from '../../common/id.js';
import { FirstAdmins } from '../../member/index.js';
import type { CliContext } from '../command/define-command.js';
import { tellRefusals } from '../command/tell-refusals.js';
import { detailLines } from '../table.js';
import { print, printJson, say } from '../terminal.js';
import { type AdminOptions, defineAdminCommand } from './define-admin-command.js';
import { withApplication } from './with-application.js';

interface CreateAdminOptions extends AdminOptions {
  readonly email: string;
  readonly name: string;
  readonly coalition: string;
  readonly country: string;
}

export function defineCreateAdmin(program: Command, context: CliContext): void {
  defineAdminCommand(program, 'create-admin', {
    summary: 'make a coalition admin, and the coalition itself the first time; the password is shown once',
    examples: [
      [
        'cordon-admin create-admin --email ada@coalition.example --name "Ada Vale" --coalition "The Coalition" --country CH',
        'the first admin; use it again for the second, for two approve each member',
      ],
    ],
  })
    .requiredOption('--email <address>', 'e-mail address to sign in with')
    .requiredOption('--name <name>', 'name of the person')
    .option('--coalition <name>', "name of the coalition's own member, the first time", 'Coalition')
    .option('--country <code>', 'its country, two letters', 'CH')
    .action(async (options: CreateAdminOptions) => {
      await createAdmin(context, options);
    });
}

async function createAdmin(context: CliContext, options: CreateAdminOptions): Promise<void> {
  const { terminal } = context;
  const { email, name, coalition, country } = options;
  const made = await withApplication(terminal, [], (app) =>
    app.get(FirstAdmins).createFirstAdmin({ email, name, coalitionName: coalition, country }),
  );
  if (!made.ok) {
    if (options.json === true) printJson(terminal, { refusals: made.refusals });
    tellRefusals(context, made.refusals);
    return;
  }
  const { userId, memberId, password, totpSecret, totpUri } = made.value;
  const ids = { userId: toGlobalId('user', userId), memberId: toGlobalId('member', memberId) };
  if (options.json === true) {
    printJson(terminal, { email, ...ids, password, totpSecret, totpUri });
    return;
  }
  for (const line of detailLines([
    ['E-mail', email],
    ['Password', password],
    ['TOTP secret', totpSecret],
    ['TOTP link', totpUri],
    ['User', ids.userId],
    ['Member', ids.memberId],
  ]))
    print(terminal, line);
  say(
    terminal,
    'The password and the secret are not shown again. Keep them where only this person can read them.',
  );
}
