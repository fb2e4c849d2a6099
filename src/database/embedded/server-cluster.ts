import { randomBytes } from 'node:crypto';
import { access, chown, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { runProgram } from './run-program.js';
import type { ServerAccount } from './server-account.js';
import type { ServerBinaries } from './server-binaries.js';
import type { ServerState } from './server-state.js';

/** The login that owns the cluster. Used by the launcher and by tests, never by the service. */
export const SUPERUSER = 'postgres';

/** The cluster's folder, PostgreSQL's data directory. */
export function clusterFolder(home: string): string {
  return join(home, 'postgres');
}

/**
 * Makes the cluster unless there is one. It is made under another name and renamed when complete, so that a start that
 * was killed half-way leaves nothing that looks like a cluster.
 *
 * Text sorts by code point and folds case by Unicode's rules, on every machine alike.
 */
export async function ensureCluster(
  binaries: ServerBinaries,
  state: ServerState,
  account: ServerAccount | undefined,
  durable: boolean,
): Promise<void> {
  const cluster = clusterFolder(state.home);
  if (await exists(join(cluster, 'PG_VERSION'))) return;
  const draft = `${cluster}.${randomBytes(6).toString('hex')}`;
  const passwordFile = `${draft}.password`;
  await mkdir(state.home, { recursive: true, mode: 0o711 });
  try {
    await mkdir(draft, { mode: 0o700 });
    await writeFile(passwordFile, state.superuserPassword, { mode: 0o600 });
    if (account)
      await Promise.all([draft, passwordFile].map((path) => chown(path, account.uid, account.gid)));
    const { exitCode, output } = await runProgram(
      binaries.initdb,
      [
        ...['--pgdata', draft, '--username', SUPERUSER, '--pwfile', passwordFile, '--auth', 'scram-sha-256'],
        ...[
          '--encoding',
          'UTF8',
          '--locale',
          'C',
          '--locale-provider',
          'builtin',
          '--builtin-locale',
          'C.UTF-8',
        ],
        ...(durable ? [] : ['--no-sync']),
      ],
      account,
    );
    if (exitCode !== 0) throw new Error(`The embedded PostgreSQL could not be initialised: ${output.trim()}`);
    // Another first start may have been quicker: then its cluster stands, with the same passwords.
    await rename(draft, cluster).catch(async (error: unknown) => {
      if (!(await exists(join(cluster, 'PG_VERSION')))) throw error;
    });
  } finally {
    await Promise.all([draft, passwordFile].map((path) => rm(path, { recursive: true, force: true })));
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
