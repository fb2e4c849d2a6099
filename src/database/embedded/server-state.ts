import { randomBytes } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { errorCode } from '../error-code.js';

/** What a later start, or another process, needs to find the server of a data folder. Holds secrets: mode 0600. */
export interface ServerState {
  /** The folder that holds the cluster; usually the data folder itself. */
  readonly home: string;
  /** The port on 127.0.0.1 where it listened last; 0 before the first start. */
  readonly port: number;
  readonly superuserPassword: string;
  readonly ownerPassword: string;
}

/** The state file's name inside the data folder. */
const STATE_FILE = 'embedded-server.json';

/** The state of a data folder's server, or undefined where none was ever made. */
export async function readServerState(dataFolder: string): Promise<ServerState | undefined> {
  try {
    return JSON.parse(await readFile(join(dataFolder, STATE_FILE), 'utf8')) as ServerState;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw new Error(
      `${join(dataFolder, STATE_FILE)} cannot be read: restore it, or remove the folder to begin anew.`,
      {
        cause: error,
      },
    );
  }
}

/**
 * Makes the state of a new server. Two first starts at once agree on one: the file is linked into place, which fails
 * for the second, and then the first one's is read.
 */
export async function createServerState(dataFolder: string, home: string): Promise<ServerState> {
  const state: ServerState = {
    home,
    port: 0,
    superuserPassword: newPassword(),
    ownerPassword: newPassword(),
  };
  const draft = await writeDraft(dataFolder, state);
  try {
    await link(draft, join(dataFolder, STATE_FILE));
    return state;
  } catch (error) {
    const winner = await readServerState(dataFolder);
    if (winner === undefined) throw error;
    return winner;
  } finally {
    await rm(draft);
  }
}

/** Replaces the state in one step: a reader sees the old one or the new one, whole. */
export async function writeServerState(dataFolder: string, state: ServerState): Promise<void> {
  await rename(await writeDraft(dataFolder, state), join(dataFolder, STATE_FILE));
}

async function writeDraft(dataFolder: string, state: ServerState): Promise<string> {
  const draft = join(dataFolder, `${STATE_FILE}.${randomBytes(6).toString('hex')}`);
  await writeFile(draft, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600, flush: true });
  return draft;
}

function newPassword(): string {
  return randomBytes(24).toString('base64url');
}
