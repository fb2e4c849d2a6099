import { createHash, randomBytes } from 'node:crypto';
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { runProgram } from './run-program.js';
import type { ServerAccount } from './server-account.js';

/** Where data and programs go when the superuser's own folders are closed to the server's account. */
const FALLBACK_FOLDER = '/var/lib/cordon';

/** The folder for what the server's account must reach and cannot where it is. Everybody may enter it. */
export async function fallbackFolder(): Promise<string> {
  await mkdir(FALLBACK_FOLDER, { recursive: true, mode: 0o755 });
  await chmod(FALLBACK_FOLDER, 0o755);
  return FALLBACK_FOLDER;
}

/**
 * Chooses where a new server's files live: in the data folder, or, when the server's account cannot enter that (it is
 * below a folder that only the superuser may enter), in a folder of their own which the state file then names.
 */
export async function chooseHome(dataFolder: string, account: ServerAccount | undefined): Promise<string> {
  if (account === undefined || (await mayEnter(dataFolder, account))) return dataFolder;
  await chmod(dataFolder, 0o711);
  if (await mayEnter(dataFolder, account)) return dataFolder;
  // The name tells whose it is, and is new: a data folder that was removed does not find its old server again.
  const digest = createHash('sha256').update(dataFolder).digest('hex').slice(0, 16);
  return join(await fallbackFolder(), `${digest}-${randomBytes(4).toString('hex')}`);
}

/** The system alone knows (modes, access lists, mounts): so the account tries. */
async function mayEnter(folder: string, account: ServerAccount): Promise<boolean> {
  return (await runProgram('/bin/sh', ['-c', 'cd "$0"', folder], account)).exitCode === 0;
}
