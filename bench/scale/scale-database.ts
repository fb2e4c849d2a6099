import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedServer } from '../../src/database/embedded/index.js';
import { runMigrations } from '../../src/database/index.js';

/** A server of the bench's own, durable as in production. */
export interface ScaleDatabase {
  /** The database as its owner. */
  readonly url: string;
  /** The same database as superuser. */
  readonly superuserUrl: string;
  readonly stop: () => Promise<void>;
}

/** Starts a server in the folder, which is kept, or in a temporary one, which is removed; and migrates it. */
export async function startScaleDatabase(dataDir: string | undefined): Promise<ScaleDatabase> {
  const folder = dataDir ?? (await mkdtemp(join(tmpdir(), 'cordon-scale-')));
  const server = await startEmbeddedServer({ dataFolder: folder, durable: true });
  const stop = async (): Promise<void> => {
    await server.stop();
    if (dataDir === undefined) await rm(folder, { recursive: true, force: true });
  };
  try {
    await runMigrations(server.url);
    const superuserUrl = new URL(server.superuserUrl);
    superuserUrl.pathname = new URL(server.url).pathname;
    return { url: server.url, superuserUrl: superuserUrl.href, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}
