import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { Client } from 'pg';

import {
  findPostmaster,
  freePort,
  isAlive,
  type Postmaster,
  spawnPostmaster,
  stopPostmaster,
} from './postmaster.js';
import type { ServerAccount } from './server-account.js';
import { serverBinaries } from './server-binaries.js';
import { ensureCluster, SUPERUSER } from './server-cluster.js';
import type { ServerState } from './server-state.js';

/** A server that answers, and a session of the superuser on its maintenance database. */
export interface AnsweringServer {
  readonly postmaster: Postmaster;
  readonly superuser: Client;
}

/** How long a server may take until it answers: recovery after a crash included. */
const ANSWER_MS_MAX = 60_000;
/** Starts that lose a race, for the port or for the cluster, before we give up. */
const ATTEMPTS_MAX = 10;

/**
 * Joins the running server of a cluster, or starts one and joins that.
 *
 * Two processes may do so at once: PostgreSQL lets one server have the cluster, and the process whose start was refused
 * finds the other's in its next attempt. `port` is where to listen if that port is free.
 */
export async function runServer(
  state: ServerState,
  port: number,
  account: ServerAccount | undefined,
  durable: boolean,
): Promise<AnsweringServer> {
  const running = await findPostmaster(state.home);
  if (running) {
    const superuser = await firstAnswer(running, state);
    if (superuser) return { postmaster: running, superuser };
    // Ours, and it does not answer: nothing to adopt.
    await stopPostmaster(running);
  }
  const binaries = await serverBinaries(account);
  await ensureCluster(binaries, state, account, durable);
  for (let attempt = 0; attempt < ATTEMPTS_MAX; attempt += 1) {
    const other = await findPostmaster(state.home);
    if (!other) {
      const listen = await freePort(port);
      const child = spawnPostmaster(binaries, state.home, listen, account, durable);
      if (child.pid === undefined) break;
      const postmaster = { pid: child.pid, port: listen };
      const superuser = await firstAnswer(postmaster, state);
      if (superuser) return { postmaster, superuser };
    } else {
      const superuser = await firstAnswer(other, state);
      if (superuser) return { postmaster: other, superuser };
    }
    // What a killed server leaves behind (its processes, its memory) is gone in a moment.
    await sleep(100 * attempt);
  }
  const log = await readFile(join(state.home, 'postgres.log'), 'utf8').catch(() => '');
  throw new Error(
    `The embedded PostgreSQL does not start:\n${log.trimEnd().split('\n').slice(-5).join('\n')}`,
  );
}

/** A session on the server as soon as it answers; undefined when it ends, or has not answered in time. */
async function firstAnswer(postmaster: Postmaster, state: ServerState): Promise<Client | undefined> {
  const until = performance.now() + ANSWER_MS_MAX;
  while (isAlive(postmaster.pid) && performance.now() < until) {
    const client = new Client({
      host: '127.0.0.1',
      port: postmaster.port,
      user: SUPERUSER,
      password: state.superuserPassword,
      database: 'postgres',
      application_name: 'cordon launcher',
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
    });
    try {
      await client.connect();
      return client;
    } catch {
      // Not listening yet, or still recovering.
      await sleep(20);
    }
  }
  return undefined;
}
