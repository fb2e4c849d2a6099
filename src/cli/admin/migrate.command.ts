import type { Command } from 'commander';
import { runMigrations, startDatabase } from '../../database/index.js';
import type { CliContext } from '../command/define-command.js';
import { print, printJson } from '../terminal.js';
import { type AdminOptions, defineAdminCommand } from './define-admin-command.js';
import { environmentOf } from './with-application.js';

export function defineMigrate(program: Command, context: CliContext): void {
  defineAdminCommand(program, 'migrate', {
    summary: 'bring the database up to date; any number at once do it once',
    examples: [
      [
        'DATABASE_URL=postgres://... CORDON_SECRET_KEY=... cordon-admin migrate',
        'before a new version serves',
      ],
    ],
  }).action(async (options: AdminOptions) => {
    await migrate(context, options);
  });
}

async function migrate({ terminal }: CliContext, options: AdminOptions): Promise<void> {
  const database = await startDatabase(environmentOf(terminal));
  try {
    const ran = await runMigrations(database.config.databaseMigrationUrl);
    if (options.json === true) printJson(terminal, { migrations: ran });
    else if (ran.length === 0) print(terminal, 'The database is up to date: nothing to do.');
    else for (const name of ran) print(terminal, `Migrated: ${name}`);
  } finally {
    await database.stop();
  }
}
