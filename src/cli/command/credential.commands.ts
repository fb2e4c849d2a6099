import type { Command } from 'commander';
import { usageError } from '../cli-error.js';
import { connect } from '../connect/connect.js';
import { operation } from '../connect/graphql-client.js';
import { readSecret } from '../connect/read-secret.js';
import { print, printJson, say } from '../terminal.js';
import { type CallOptions, type CliContext, defineCommand, retryForOption } from './define-command.js';
import { tellRefusals, type ToldRefusal } from './tell-refusals.js';

interface Changed {
  readonly changed: boolean;
  readonly userErrors: readonly ToldRefusal[];
}

const CHANGE_PASSWORD = operation<{ input: { password: string } }, { changePassword: Changed }>(`
  mutation ChangePassword($input: ChangePasswordInput!) {
    changePassword(input: $input) { changed userErrors { code field message } }
  }
`);

interface Offer {
  readonly totpSecret: string;
  readonly totpUri: string;
  readonly ticket: string;
  readonly endsAt: string;
}

const NEW_AUTHENTICATOR = operation<Record<string, never>, { newAuthenticator: Offer }>(`
  query NewAuthenticator { newAuthenticator { totpSecret totpUri ticket endsAt } }
`);

const CHANGE_AUTHENTICATOR = operation<
  { input: { ticket: string; code: string } },
  { changeAuthenticator: Changed }
>(`
  mutation ChangeAuthenticator($input: ChangeAuthenticatorInput!) {
    changeAuthenticator(input: $input) { changed userErrors { code field message } }
  }
`);

const SIGN_IN_FIRST = 'It takes a sign-in of the last 5 minutes: `cordon login` first.';

interface PasswordOptions extends CallOptions {
  readonly passwordFile?: string;
}

export function definePassword(program: Command, context: CliContext): void {
  const { terminal } = context;
  defineCommand(program, 'password', {
    summary: 'change your own password; your other sessions end',
    details: `${SIGN_IN_FIRST}\nThe new password comes from a file, from CORDON_NEW_PASSWORD, or from a hidden prompt.`,
    examples: [['cordon password', 'asks for the new one, twice']],
  })
    .option('--password-file <file>', 'the file with the new password')
    .addOption(retryForOption('short'))
    .action(async ({ passwordFile, ...options }: PasswordOptions) => {
      const variable = 'CORDON_NEW_PASSWORD';
      const password = await readSecret(terminal, passwordFile, variable, 'New password');
      const isTyped = passwordFile === undefined && terminal.env[variable] === undefined;
      if (isTyped && (await terminal.askSecret('The same again')) !== password)
        throw usageError('The two differ: nothing was changed.');
      const connection = await connect(terminal, options);
      const { changePassword } = await connection.execute(CHANGE_PASSWORD, { input: { password } });
      tellChanged(
        context,
        options,
        changePassword,
        'Your password is changed. Your other sessions have ended.',
      );
    });
}

export function defineAuthenticator(program: Command, context: CliContext): void {
  const { terminal } = context;
  defineCommand(program, 'authenticator', {
    summary: 'change your own authenticator app, for a new telephone; your other sessions end',
    details: `${SIGN_IN_FIRST}\nIt shows a new secret, and asks for the code that the app shows for it.`,
    examples: [['cordon authenticator', 'shows the secret, asks for its first code']],
  })
    .addOption(retryForOption('short'))
    .action(async (options: CallOptions) => {
      const connection = await connect(terminal, options);
      const { newAuthenticator } = await connection.execute(NEW_AUTHENTICATOR, {});
      const { totpSecret, totpUri, ticket } = newAuthenticator;
      say(terminal, `Secret  ${totpSecret}\nURI     ${totpUri}`);
      const code = await terminal.ask('The code that the app shows for it');
      const { changeAuthenticator } = await connection.execute(CHANGE_AUTHENTICATOR, {
        input: { ticket, code },
      });
      tellChanged(
        context,
        options,
        changeAuthenticator,
        'Your authenticator is changed: the one before signs nobody in. Your other sessions have ended.',
      );
    });
}

function tellChanged(
  context: CliContext,
  { json }: CallOptions,
  { changed, userErrors }: Changed,
  told: string,
): void {
  if (!changed) tellRefusals(context, userErrors);
  if (json === true) printJson(context.terminal, { changed });
  else if (changed) print(context.terminal, told);
}
