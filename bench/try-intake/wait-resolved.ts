import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { startEmbeddedServer } from '../../src/database/embedded/index.js';

const WAIT_MS_MAX = 10 * 60_000;

/**
 * Waits until the background work has handled every event, and gives the seconds that it took. The API does not tell how
 * much is left, so the service's own database is asked.
 */
export async function waitResolved(dataFolder: string): Promise<number> {
  const startedAt = performance.now();
  const server = await startEmbeddedServer({ dataFolder, durable: true });
  const client = new Client({ connectionString: server.url });
  try {
    await client.connect();
    for (;;) {
      const { rows } = await client.query<{ left: number }>('select count(*)::integer as left from outbox');
      const seconds = (performance.now() - startedAt) / 1000;
      if (rows[0]?.left === 0) return seconds;
      if (seconds * 1000 > WAIT_MS_MAX)
        throw new Error(`${rows[0]?.left ?? 'Some'} events are still waiting.`);
      await sleep(200);
    }
  } finally {
    await client.end();
    await server.stop();
  }
}
