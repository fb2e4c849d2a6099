import { setTimeout as sleep } from 'node:timers/promises';
import { Client } from 'pg';
import { startService, type Workplace } from '../http/service.js';
import type { BackgroundFigures } from './scale-figures.js';

/** How often we look whether the work is done, and how long it may take. */
const LOOK_MS = 100;
const WORK_MS_MAX = 300_000;

/**
 * Has one process of the service do all that follows from the submitted reports, and tells how long it took: to resolve
 * each (once more, which changes nothing), to look for possible matches, and to list the merchants.
 */
export async function measureBackground(place: Workplace, reports: number): Promise<BackgroundFigures> {
  const client = new Client({ connectionString: place.databaseUrl });
  // A server that goes away under it is told by the next question.
  client.on('error', () => undefined);
  await client.connect();
  const service = await startService(place, 'web,worker', undefined);
  const startedAt = performance.now();
  try {
    while (await isWaiting(client)) {
      if (performance.now() - startedAt > WORK_MS_MAX) throw new Error(await describeWaiting(client));
      await sleep(LOOK_MS);
    }
    const seconds = (performance.now() - startedAt) / 1000;
    return { reports, seconds, reportsPerSecond: reports / seconds };
  } finally {
    await service.stop();
    await client.end();
  }
}

async function isWaiting(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ waiting: boolean }>('select exists (select from outbox) as waiting');
  return rows[0]?.waiting === true;
}

async function describeWaiting(client: Client): Promise<string> {
  const { rows } = await client.query<{ topic: string; events: string; fault: string | null }>(
    'select topic, count(*) as events, max(last_error) as fault from outbox group by topic order by topic',
  );
  const waiting = rows.map(({ topic, events, fault }) => `${events} of ${topic} (${fault ?? 'no fault'})`);
  return `The background work does not come to an end: ${waiting.join(', ')}.`;
}
