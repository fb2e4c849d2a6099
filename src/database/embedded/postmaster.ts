import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { errorCode } from '../error-code.js';
import { SERVER_ENVIRONMENT } from './run-program.js';
import type { ServerAccount } from './server-account.js';
import type { ServerBinaries } from './server-binaries.js';
import { clusterFolder } from './server-cluster.js';
import { settingArguments } from './server-settings.js';

/** Where a running server says that it runs (its postmaster.pid). */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/** How long a fast shutdown (open transactions rolled back, checkpoint written) may take. */
const FAST_STOP_MS_MAX = 8_000;
/** How long an immediate shutdown may take; the next start then recovers from the log. */
const IMMEDIATE_STOP_MS_MAX = 3_000;

/** The running server of this home, or undefined. A pid file whose process is gone, or is not a server, is removed. */
export async function findPostmaster(home: string): Promise<Postmaster | undefined> {
  const file = join(clusterFolder(home), 'postmaster.pid');
  const lines = (await readFile(file, 'utf8').catch(() => '')).split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!Number.isInteger(pid) || pid <= 0) return undefined;
  if (isAlive(pid) && (await isServerOf(pid, home))) return { pid, port };
  await rm(file, { force: true });
  return undefined;
}

/** Starts the server; it outlives this process unless stopped, and does not see the terminal's interrupts. */
export function spawnPostmaster(
  binaries: ServerBinaries,
  home: string,
  port: number,
  account: ServerAccount | undefined,
  durable: boolean,
): ChildProcess {
  const log = openSync(join(home, 'postgres.log'), 'a', 0o600);
  try {
    const child = spawn(
      binaries.postgres,
      ['-D', clusterFolder(home), '-p', String(port), ...settingArguments(durable)],
      { ...account, cwd: '/', env: SERVER_ENVIRONMENT, detached: true, stdio: ['ignore', log, log] },
    );
    child.unref();
    return child;
  } finally {
    closeSync(log);
  }
}

/** Stops the server: at first fast, then immediately. Resolves when its process is gone. */
export async function stopPostmaster({ pid }: Postmaster): Promise<void> {
  for (const [signal, timeoutMs] of [
    ['SIGINT', FAST_STOP_MS_MAX],
    ['SIGQUIT', IMMEDIATE_STOP_MS_MAX],
    ['SIGKILL', IMMEDIATE_STOP_MS_MAX],
  ] as const) {
    if (!send(pid, signal) || (await goneWithin(pid, timeoutMs))) return;
  }
  throw new Error(`The embedded PostgreSQL (process ${pid}) does not stop.`);
}

/** The preferred port when nobody listens on it, else one that the system chooses. */
export async function freePort(preferred: number): Promise<number> {
  return (await tryPort(preferred)) ?? (await tryPort(0)) ?? preferred;
}

function tryPort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => {
      resolve(undefined);
    });
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      const address = probe.address();
      probe.close(() => {
        resolve(typeof address === 'object' ? address?.port : undefined);
      });
    });
  });
}

export function isAlive(pid: number): boolean {
  return send(pid, 0) && !hasEnded(pid);
}

/** An adopted server's process stays listed after its end until the system's first process takes note of it. */
function hasEnded(pid: number): boolean {
  try {
    return /^\d+ \(.*\) [ZX] /s.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

function send(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, signal);
  } catch (error) {
    // EPERM: it lives, and is somebody else's.
    return errorCode(error) === 'EPERM';
  }
}

/** After a reboot the pid may belong to anything; where the system tells command lines, ours names the cluster. */
async function isServerOf(pid: number, home: string): Promise<boolean> {
  const commandLine = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => undefined);
  return commandLine === undefined || commandLine.split('\0').includes(clusterFolder(home));
}

async function goneWithin(pid: number, timeoutMs: number): Promise<boolean> {
  const until = performance.now() + timeoutMs;
  while (performance.now() < until) {
    if (!isAlive(pid)) return true;
    await sleep(10);
  }
  return false;
}
