import type { Command } from 'commander';
import { CliError } from '../cli-error.js';
import { connect, PROFILE_DEFAULT } from '../connect/connect.js';
import { operation } from '../connect/graphql-client.js';
import { UnreachableError } from '../connect/patience.js';
import { checkProfileName } from '../connect/profile.js';
import { ProfileStore } from '../connect/profile-store.js';
import { revoke } from '../connect/token-endpoint.js';
import { EXIT_CODE } from '../exit-code.js';
import { print, printJson, say } from '../terminal.js';
import {
  type CallOptions,
  type CliContext,
  type CommonOptions,
  defineCommand,
  retryForOption,
} from './define-command.js';

interface Viewer {
  readonly member: { readonly id: string; readonly name: string; readonly kind: string };
  readonly user: { readonly id: string; readonly email: string; readonly name: string } | null;
  readonly client: { readonly id: string; readonly name: string } | null;
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
}

const VIEWER = operation<Record<string, never>, { viewer: Viewer }>(`
  query Viewer {
    viewer { member { id name kind } user { id email name } client { id name } roles permissions }
  }
`);

export function defineLogout(program: Command, context: CliContext): void {
  defineCommand(program, 'logout', {
    summary: 'forget a profile, and end its session at the service',
    examples: [['cordon logout --profile bank', 'forgets the profile "bank"']],
  }).action(async (options: CommonOptions) => {
    await logout(context, options);
  });
}

export function defineWhoami(program: Command, context: CliContext): void {
  defineCommand(program, 'whoami', {
    summary: 'show who is signed in, and what they may do',
    examples: [['cordon whoami', 'member, user or client, roles and permissions']],
  })
    .addOption(retryForOption('short'))
    .action(async (options: CallOptions) => {
      await whoami(context, options);
    });
}

export function defineToken(program: Command, context: CliContext): void {
  defineCommand(program, 'token', {
    summary: 'print an access token, good for at most 5 minutes, for use with other tools',
    examples: [
      [
        'curl -H "Authorization: Bearer $(cordon token)" ...',
        'a call of your own with the profile’s sign-in',
      ],
    ],
  })
    .addOption(retryForOption('short'))
    .action(async (options: CallOptions) => {
      const connection = await connect(context.terminal, options);
      const token = await connection.tokens.accessToken();
      if (connection.tokens.proofKey !== undefined)
        throw new CliError(
          EXIT_CODE.refused,
          'The tokens of this client are bound to a key that ends with this command (DPoP): one that is printed could not be used.',
        );
      if (options.json === true) printJson(context.terminal, { url: connection.url, accessToken: token });
      else print(context.terminal, token);
    });
}

async function logout({ terminal }: CliContext, options: CommonOptions): Promise<void> {
  const name = checkProfileName(options.profile ?? terminal.env['CORDON_PROFILE'] ?? PROFILE_DEFAULT);
  const store = new ProfileStore(terminal);
  const profile = await store.find(name);
  if (profile === undefined) {
    say(terminal, `There is no profile "${name}": nothing to do.`);
  } else {
    await store.update(name, () => Promise.resolve(undefined));
    say(terminal, `The profile "${name}" is forgotten.`);
    if (profile.credential.kind === 'person')
      await revoke(profile.url, profile.credential.refreshToken).catch((error: unknown) => {
        if (!(error instanceof UnreachableError)) throw error;
        say(
          terminal,
          `${profile.url} does not answer (${error.reason}): the session there ends by itself in 15 minutes.`,
        );
      });
  }
  if (options.json === true) printJson(terminal, { profile: name, forgotten: profile !== undefined });
}

async function whoami({ terminal }: CliContext, options: CallOptions): Promise<void> {
  const connection = await connect(terminal, options);
  const { viewer } = await connection.execute(VIEWER, {});
  if (options.json === true) {
    printJson(terminal, { url: connection.url, ...viewer });
    return;
  }
  const who =
    viewer.user === null
      ? `client ${viewer.client?.name ?? ''}`
      : `${viewer.user.name}, ${viewer.user.email}`;
  print(terminal, `Service      ${connection.url}`);
  print(terminal, `Signed in    ${who}`);
  print(terminal, `Member       ${viewer.member.name} (${viewer.member.kind}, ${viewer.member.id})`);
  if (viewer.roles.length > 0) print(terminal, `Roles        ${viewer.roles.join(', ')}`);
  print(terminal, `Permissions  ${viewer.permissions.join(', ')}`);
}
