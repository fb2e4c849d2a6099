import type { Command } from 'commander';
import { describeConfig } from '../../config/index.js';
import type { CliContext } from '../command/define-command.js';
import { print, printJson } from '../terminal.js';
import { type AdminOptions, defineAdminCommand } from './define-admin-command.js';
import { environmentOf } from './with-application.js';

export function defineConfig(program: Command, context: CliContext): void {
  defineAdminCommand(program, 'config', {
    summary: 'check the environment variables and show what they say, secrets left out',
    examples: [['cordon-admin config', 'every fault at once, or the settings in force']],
  }).action(async (options: AdminOptions) => {
    await showConfig(context, options);
  });
}

function showConfig({ terminal }: CliContext, options: AdminOptions): Promise<void> {
  const lines = describeConfig(environmentOf(terminal)).split('\n');
  if (options.json === true)
    printJson(
      terminal,
      Object.fromEntries(
        lines.map((line) => [line.slice(0, line.indexOf(': ')), line.slice(line.indexOf(': ') + 2)]),
      ),
    );
  else for (const line of lines) print(terminal, line);
  return Promise.resolve();
}
