import type { Command } from 'commander';
import { resolve } from 'node:path';
import { usageError } from '../cli-error.js';
import { readSigningKey } from '../connect/client-assertion.js';
import { PROFILE_DEFAULT, RETRY_FOR_SHORT_S } from '../connect/connect.js';
import { Patience } from '../connect/patience.js';
import { checkProfileName, checkServiceUrl, type Credential, type Profile } from '../connect/profile.js';
import { ProfileStore } from '../connect/profile-store.js';
import { readSecret } from '../connect/read-secret.js';
import { grantFor, signIn } from '../connect/token-endpoint.js';
import { personProfile } from '../connect/token-source.js';
import { printJson, say, type Terminal } from '../terminal.js';
import { type CliContext, type CommonOptions, defineCommand } from './define-command.js';

const URL_DEFAULT = 'http://127.0.0.1:3000';

interface LoginOptions extends CommonOptions {
  readonly url?: string;
  readonly clientId?: string;
  readonly clientSecretFile?: string;
  readonly key?: string;
  readonly email?: string;
  readonly passwordFile?: string;
  readonly totp?: string;
  readonly allowHttp?: true;
}

export function defineLogin(program: Command, context: CliContext): void {
  defineCommand(program, 'login', {
    summary: 'sign in as a machine client or a person, and keep the sign-in as a profile',
    details: [
      'Secrets are never taken as arguments, which others on the machine can read. They come from a file, from',
      'CORDON_CLIENT_SECRET or CORDON_PASSWORD, or from a hidden prompt.',
      '',
      'The profile is kept in $XDG_CONFIG_HOME/cordon/profiles.json (else ~/.config), readable by you alone. For a',
      'client it holds the secret, because access tokens live 5 minutes and are renewed with it (with --key, the path of',
      'the key file only). For a person it holds a session that ends 15 minutes after its last use.',
    ].join('\n'),
    examples: [
      [
        'cordon login --url https://cordon.example --client-id cli_... --client-secret-file secret.txt',
        'as a machine client',
      ],
      ['cordon login --client-id cli_... --key client-key.pem', 'as a machine client with a key of its own'],
      ['cordon login --email ada@bank.example', 'as a person; asks for the password and the one-time code'],
    ],
  })
    .option('--url <address>', `the service (default: $CORDON_URL or ${URL_DEFAULT})`)
    .option('--client-id <id>', 'sign in as this machine client')
    .option('--client-secret-file <file>', "the file with the client's secret")
    .option('--key <file>', "the file with the client's private key (PEM or JWK, Ed25519 or P-256)")
    .option('--email <address>', 'sign in as this person')
    .option('--password-file <file>', "the file with the person's password")
    .option('--totp <code>', 'the one-time code of six digits; asked for when left out')
    .option('--allow-http', 'take an unencrypted address other than this machine')
    .action(async (options: LoginOptions) => {
      await login(context, options);
    });
}

async function login({ terminal }: CliContext, options: LoginOptions): Promise<void> {
  const name = checkProfileName(options.profile ?? terminal.env['CORDON_PROFILE'] ?? PROFILE_DEFAULT);
  const url = checkServiceUrl(
    options.url ?? terminal.env['CORDON_URL'] ?? URL_DEFAULT,
    options.allowHttp === true,
  );
  if ((options.clientId === undefined) === (options.email === undefined))
    throw usageError('Say who signs in: --client-id for a machine client, or --email for a person.');
  const profile =
    options.email === undefined
      ? await clientProfile(terminal, url, options.clientId ?? '', options)
      : await personSignIn(terminal, url, options.email, options);
  const store = new ProfileStore(terminal);
  await store.update(name, () => Promise.resolve(profile));
  const who = options.email ?? options.clientId ?? '';
  if (options.json === true) printJson(terminal, { profile: name, url, signedInAs: who, keptIn: store.path });
  else say(terminal, `Signed in to ${url} as ${who}. The profile "${name}" is kept in ${store.path}.`);
}

async function clientProfile(
  terminal: Terminal,
  url: string,
  clientId: string,
  options: LoginOptions,
): Promise<Profile> {
  const credential = await clientCredential(terminal, clientId, options);
  // A first token shows that the credential is good before it is kept.
  await patience(terminal, url).run(() => grantFor(url, credential, terminal.now()));
  return { url, credential };
}

async function clientCredential(
  terminal: Terminal,
  clientId: string,
  options: LoginOptions,
): Promise<Credential> {
  if (options.key !== undefined) {
    await readSigningKey(options.key);
    return { kind: 'client-key', clientId, keyFile: resolve(options.key) };
  }
  const clientSecret = await readSecret(
    terminal,
    options.clientSecretFile,
    'CORDON_CLIENT_SECRET',
    'Client secret',
  );
  return { kind: 'client-secret', clientId, clientSecret };
}

async function personSignIn(
  terminal: Terminal,
  url: string,
  email: string,
  options: LoginOptions,
): Promise<Profile> {
  const password = await readSecret(terminal, options.passwordFile, 'CORDON_PASSWORD', 'Password');
  const totp = (options.totp ?? (await terminal.ask('One-time code'))).replaceAll(' ', '');
  // A one-time code is good once, so a sign-in is not repeated.
  const grant = await patience(terminal, url, 0).run(() =>
    signIn(url, { email, password, totp }, terminal.now()),
  );
  if (grant.refreshToken === undefined) throw usageError(`${url} gave no session to keep. Ask its operator.`);
  return personProfile(url, { email, refreshToken: grant.refreshToken }, grant);
}

function patience(terminal: Terminal, url: string, retryForS = RETRY_FOR_SHORT_S): Patience {
  return new Patience(terminal, url, retryForS * 1000);
}
