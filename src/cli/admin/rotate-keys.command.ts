import type { Command } from 'commander';
import { SigningKeys } from '../../auth/index.js';
import type { CliContext } from '../command/define-command.js';
import { print, printJson } from '../terminal.js';
import { type AdminOptions, defineAdminCommand } from './define-admin-command.js';
import { withApplication } from './with-application.js';

export function defineRotateKeys(program: Command, context: CliContext): void {
  defineAdminCommand(program, 'rotate-keys', {
    summary:
      'sign access tokens with the next key from now on; tokens given before stay valid until they end',
    examples: [['cordon-admin rotate-keys', 'at once, beside the rotation that happens by itself']],
  }).action(async (options: AdminOptions) => {
    await rotateKeys(context, options);
  });
}

async function rotateKeys({ terminal }: CliContext, options: AdminOptions): Promise<void> {
  const published = await withApplication(terminal, [], async (app) => {
    const keys = app.get(SigningKeys);
    await keys.rotate();
    return keys.published();
  });
  const keyIds = published.map(({ kid }) => kid);
  if (options.json === true) printJson(terminal, { keyIds });
  else print(terminal, `Rotated. Keys that are published now: ${keyIds.join(', ')}.`);
}
