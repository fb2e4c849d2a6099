import { resolve } from 'node:path';
import { notAuthorisedError, usageError } from '../cli-error.js';
import type { Terminal } from '../terminal.js';
import { GraphqlClient, type Operation } from './graphql-client.js';
import { Patience } from './patience.js';
import { checkProfileName, checkServiceUrl, type Profile } from './profile.js';
import { ProfileStore } from './profile-store.js';
import { ClientTokenSource, PersonTokenSource, type TokenSource } from './token-source.js';

/** How long a command repeats its requests to a service that does not answer, unless told otherwise. */
export const RETRY_FOR_DEFAULT_S = 120;
/** For commands that a person waits for. */
export const RETRY_FOR_SHORT_S = 10;

export const PROFILE_DEFAULT = 'default';

/** A service and a caller. */
export interface Connection {
  readonly url: string;
  /** Who calls, in words, and the same for the same credential: what was begun as one caller is not resumed as another. */
  readonly caller: string;
  /** Whether a machine is signed in, and no person. */
  readonly isMachine: boolean;
  readonly tokens: TokenSource;
  /** Executes an operation, with patience when the service is away. */
  execute<Variables, Data>(op: Operation<Variables, Data>, variables: Variables): Promise<Data>;
}

export interface ConnectOptions {
  readonly profile?: string | undefined;
  /** Seconds. */
  readonly retryFor: number;
}

/**
 * Connects as `--profile`, else as CORDON_PROFILE, else as CORDON_CLIENT_ID at CORDON_URL (for containers, where nothing
 * is stored), else as the profile "default".
 */
export async function connect(terminal: Terminal, options: ConnectOptions): Promise<Connection> {
  const { profile, tokens } = await callerOf(terminal, options.profile ?? terminal.env['CORDON_PROFILE']);
  const client = new GraphqlClient(profile.url, tokens, () => terminal.now());
  const patience = new Patience(terminal, profile.url, options.retryFor * 1000);
  const { credential } = profile;
  return {
    url: profile.url,
    caller: credential.kind === 'person' ? credential.email : credential.clientId,
    isMachine: credential.kind !== 'person',
    tokens: {
      get proofKey() {
        return tokens.proofKey;
      },
      accessToken: () => patience.run(() => tokens.accessToken()),
      forget: (token) => {
        tokens.forget(token);
      },
    },
    execute: (op, variables) => patience.run(() => client.execute(op, variables)),
  };
}

interface Caller {
  readonly profile: Profile;
  readonly tokens: TokenSource;
}

async function callerOf(terminal: Terminal, named: string | undefined): Promise<Caller> {
  if (named === undefined) {
    const fromEnvironment = environmentProfile(terminal);
    if (fromEnvironment !== undefined) return clientCaller(terminal, fromEnvironment);
  }
  const name = checkProfileName(named ?? PROFILE_DEFAULT);
  const store = new ProfileStore(terminal);
  const profile = await store.find(name);
  if (profile === undefined) {
    const option = name === PROFILE_DEFAULT ? '' : ` --profile ${name}`;
    throw notAuthorisedError(
      `Nobody is signed in as the profile "${name}". Use cordon login${option} first.`,
    );
  }
  if (profile.credential.kind === 'person')
    return { profile, tokens: new PersonTokenSource(terminal, store, name) };
  return clientCaller(terminal, profile);
}

function clientCaller(terminal: Terminal, profile: Profile): Caller {
  return { profile, tokens: new ClientTokenSource(terminal, profile.url, profile.credential) };
}

function environmentProfile(terminal: Terminal): Profile | undefined {
  const { env } = terminal;
  const clientId = env['CORDON_CLIENT_ID'];
  const url = env['CORDON_URL'];
  if (clientId === undefined || url === undefined) return undefined;
  const clientSecret = env['CORDON_CLIENT_SECRET'];
  const keyFile = env['CORDON_CLIENT_KEY_FILE'];
  const service = checkServiceUrl(url, env['CORDON_ALLOW_HTTP'] === '1');
  if (keyFile !== undefined)
    return { url: service, credential: { kind: 'client-key', clientId, keyFile: resolve(keyFile) } };
  if (clientSecret !== undefined)
    return { url: service, credential: { kind: 'client-secret', clientId, clientSecret } };
  throw usageError(
    'CORDON_CLIENT_ID is set without CORDON_CLIENT_SECRET or CORDON_CLIENT_KEY_FILE: set one of them.',
  );
}
