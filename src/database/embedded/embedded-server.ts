import { mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Client } from 'pg';

import { stopPostmaster } from './postmaster.js';
import { type AnsweringServer, runServer } from './run-server.js';
import { type ServerAccount, serverAccount } from './server-account.js';
import { clusterFolder, SUPERUSER } from './server-cluster.js';
import { chooseHome } from './server-home.js';
import { DATABASE, ensureOwnerAndDatabase, OWNER } from './server-roles.js';
import { createServerState, readServerState, type ServerState, writeServerState } from './server-state.js';

export interface EmbeddedServerOptions {
  /** Where the server's state lives; made when missing. */
  readonly dataFolder: string;
  /** False: for tests, fast and lost when the machine stops. */
  readonly durable: boolean;
}

/** A running embedded PostgreSQL with the owner's login and the service's database in place. */
export interface EmbeddedServer {
  /** The database as its owner. */
  readonly url: string;
  /** The maintenance database as superuser: for tests and repair, never for the service. */
  readonly superuserUrl: string;
  /** The folder that holds the cluster and its log `postgres.log`. */
  readonly home: string;
  /** Whether this process is the one that stops it. False when another live process already is. */
  readonly owned: boolean;
  /** Stops the server when it is owned, and in any case lets go of it. May be called more than once. */
  stop(): Promise<void>;
}

/** Session lock on the maintenance database, held by the one process that stops the server. Any constant number. */
const OWNERSHIP_LOCK = 7_225_101;
/** How often we look whether a killed owner's session has ended. */
const OWNERSHIP_TRIES_MAX = 5;
/** Longest wait between attempts to bring a server back that ended by itself. */
const REVIVAL_PAUSE_MS_MAX = 5_000;

/**
 * Starts the server of a data folder, or joins the one that is running.
 *
 * A server whose starter was killed is adopted. Who stops it is settled by a session lock in the server itself, which
 * ends with the process that holds it, however that ends: no pid of ours to go stale.
 *
 * While this process owns it, a server that ends by itself (killed, out of memory) is started again on the same port.
 */
export async function startEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const dataFolder = resolve(options.dataFolder);
  await mkdir(dataFolder, { recursive: true, mode: 0o711 });
  const known = await readServerState(dataFolder);
  const account = await serverAccount(known && clusterFolder(known.home));
  const state = known ?? (await createServerState(dataFolder, await chooseHome(dataFolder, account)));
  const answering = await runServer(state, state.port, account, options.durable);
  const { port } = answering.postmaster;
  if (port !== state.port) await writeServerState(dataFolder, { ...state, port });
  await ensureOwnerAndDatabase(answering.superuser, state.ownerPassword);
  const keeper = new ServerKeeper(answering, { ...state, port }, account, options.durable);
  return {
    url: urlOf(OWNER, state.ownerPassword, port, DATABASE),
    superuserUrl: urlOf(SUPERUSER, state.superuserPassword, port, 'postgres'),
    home: state.home,
    owned: await keeper.takeOwnership(),
    stop: () => keeper.stop(),
  };
}

/** Holds the ownership of a running server: brings it back when it ends by itself, and stops it at the end. */
class ServerKeeper {
  #owned = false;
  #stopping: Promise<void> | undefined;
  #reviving: Promise<void> | undefined;

  constructor(
    private server: AnsweringServer,
    private readonly state: ServerState,
    private readonly account: ServerAccount | undefined,
    private readonly durable: boolean,
  ) {
    this.watch(server.superuser);
  }

  /** The session of a process that was killed a moment ago may still be ending: so a few tries. */
  async takeOwnership(): Promise<boolean> {
    for (let tries = 0; tries < OWNERSHIP_TRIES_MAX && !this.#owned; tries += 1) {
      if (tries > 0) await sleep(40);
      const { rows } = await this.server.superuser.query<{ owned: boolean }>(
        `select pg_try_advisory_lock(${OWNERSHIP_LOCK}) as owned`,
      );
      this.#owned = rows[0]?.owned === true;
    }
    return this.#owned;
  }

  stop(): Promise<void> {
    this.#stopping ??= this.release();
    return this.#stopping;
  }

  private async release(): Promise<void> {
    await this.#reviving;
    await this.server.superuser.end().catch(() => undefined);
    if (this.#owned) await stopPostmaster(this.server.postmaster);
  }

  private watch(session: Client): void {
    // Without a listener the loss of an idle session would end this process.
    session.on('error', () => undefined);
    session.once('end', () => {
      if (this.#owned && this.#stopping === undefined) this.#reviving ??= this.revive();
    });
  }

  private async revive(): Promise<void> {
    for (
      let pauseMs = 50;
      this.#stopping === undefined;
      pauseMs = Math.min(2 * pauseMs, REVIVAL_PAUSE_MS_MAX)
    ) {
      try {
        this.server = await runServer(this.state, this.state.port, this.account, this.durable);
        this.#owned = false;
        this.#reviving = undefined;
        this.watch(this.server.superuser);
        await this.takeOwnership();
        return;
      } catch {
        // Whoever uses the database is told that it is unavailable meanwhile.
        await sleep(pauseMs, undefined, { ref: false });
      }
    }
  }
}

function urlOf(user: string, password: string, port: number, database: string): string {
  return `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
}
