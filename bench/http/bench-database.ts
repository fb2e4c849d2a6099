import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { startEmbeddedServer } from '../../src/database/embedded/index.js';
import { runMigrations } from '../../src/database/index.js';
import { CREATE_FLOOR_TABLES } from './floor-statements.js';

/** How often we look whether the background work is done, and how long it may take. */
const IDLE_LOOK_MS = 50;
const IDLE_MS_MAX = 120_000;

/** A server of the bench's own, in a temporary folder. */
export interface BenchDatabase {
  readonly url: string;
  /** Runs statements as the owner of the schema. */
  readonly run: (sql: string) => Promise<void>;
  /** Resolves once no event waits for the background work. */
  readonly idle: () => Promise<void>;
  /** Stops the server and removes its folder. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts a server with everything that makes it durable switched on, as in production, and migrates it. The temporary
 * folder should be on a disk: one in memory would make commits cheaper than they are.
 */
export async function startBenchDatabase(): Promise<BenchDatabase> {
  const folder = await mkdtemp(join(tmpdir(), 'cordon-bench-'));
  const server = await startEmbeddedServer({ dataFolder: folder, durable: true });
  const stop = async (): Promise<void> => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    await runMigrations(server.url);
    const run = (sql: string): Promise<void> =>
      withOwner(server.url, async (owner) => {
        await owner.query(sql);
      });
    await run(CREATE_FLOOR_TABLES);
    return { url: server.url, run, idle: () => idle(server.url), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function idle(url: string): Promise<void> {
  const until = performance.now() + IDLE_MS_MAX;
  await withOwner(url, async (owner) => {
    for (;;) {
      const { rows } = await owner.query<{ isIdle: boolean }>(
        'select not exists (select from outbox) as "isIdle"',
      );
      if (rows[0]?.isIdle === true) return;
      if (performance.now() > until) throw new Error('The background work does not come to an end.');
      await sleep(IDLE_LOOK_MS);
    }
  });
}

async function withOwner<T>(url: string, work: (owner: Client) => Promise<T>): Promise<T> {
  const owner = new Client({ connectionString: url });
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}
