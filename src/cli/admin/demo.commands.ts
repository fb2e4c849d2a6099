import type { Command } from 'commander';
import { generateSync } from 'otplib';
import { DEMO_EMAIL_DOMAIN, DEMO_TOTP_SECRET, seedDemo } from '../../demo/index.js';
import type { CliContext } from '../command/define-command.js';
import { print, printJson } from '../terminal.js';
import { type AdminOptions, defineAdminCommand } from './define-admin-command.js';
import { withApplication } from './with-application.js';

export function defineDemo(program: Command, context: CliContext): void {
  const demo = program.command('demo').description('the invented coalition for trying Cordon out');
  defineAdminCommand(demo, 'seed', {
    summary: 'make the demo coalition in an empty register; its credentials are known to everybody',
    examples: [['cordon-admin demo seed', 'some seconds; prints who can sign in']],
  }).action(async (options: AdminOptions) => {
    await demoSeed(context, options);
  });
  defineAdminCommand(demo, 'totp', {
    summary: "print the demo people's one-time code of this moment; each takes a code once",
    examples: [
      [
        'cordon login --email analyst@demo.cordon.example --totp $(cordon-admin demo totp)',
        'asks for the password alone',
      ],
    ],
  }).action((options: AdminOptions) => {
    const code = generateSync({ secret: DEMO_TOTP_SECRET });
    if (options.json === true) printJson(context.terminal, { code });
    else print(context.terminal, code);
    return Promise.resolve();
  });
}

async function demoSeed({ terminal }: CliContext, options: AdminOptions): Promise<void> {
  const credentials = await withApplication(terminal, ['worker'], (app) => seedDemo(app));
  if (options.json === true) printJson(terminal, credentials);
  else
    print(
      terminal,
      `The demo coalition is there. Its people sign in under ${DEMO_EMAIL_DOMAIN}; see README.md.`,
    );
}
