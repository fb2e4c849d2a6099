import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/database/data-source.js';
import { Database } from '../../src/database/database.js';
import { wordVariants } from '../../src/matching/index.js';
import { insertParties, type Parties } from '../http/parties.js';
import { copyIn, copyLine } from './copy-in.js';
import { dropIndexes } from './load-indexes.js';
import type { LoadPart } from './load-worker.js';
import type { ScaleDatabase } from './scale-database.js';
import { asOwner } from '../../test/support/as-owner.js';

/** The register that is asked. */
export interface LoadedRegister {
  readonly parties: Parties;
  /** What the service keeps secrets under in this database, in base64. */
  readonly secretKey: string;
  readonly merchants: number;
  /** How long it took from the migrated, empty database until it was ready to be asked. */
  readonly buildSeconds: number;
}

/** What a kept database says of itself. */
interface Marker extends Pick<LoadedRegister, 'merchants' | 'buildSeconds' | 'secretKey'> {
  readonly parties: Omit<Parties, 'scopeIds'> & { readonly scopeIds: [string, string][] };
}

/** Fills the database with invented merchants, or takes the register up that it holds already. */
export async function loadRegister(
  { url, superuserUrl }: ScaleDatabase,
  merchants: number,
  tell: (line: string) => void,
): Promise<LoadedRegister> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const kept = await keptRegister(client, merchants);
    if (kept !== undefined) {
      tell(`Taking up the register of ${merchants} merchants that the folder holds.`);
      return kept;
    }
    tell(`Building a register of ${merchants} merchants ...`);
    const startedAt = performance.now();
    const parties = await makeParties(url);
    const buildIndexes = await dropIndexes(client);
    const words = await copyMerchants(superuserUrl, parties, merchants);
    tell(`... rows after ${secondsSince(startedAt)} s; words and indexes ...`);
    await copyWords(client, words);
    await buildIndexes();
    tell(`... indexes after ${secondsSince(startedAt)} s; statistics ...`);
    await client.query('vacuum analyze');
    const buildSeconds = secondsSince(startedAt);
    const register = { parties, secretKey: randomBytes(32).toString('base64'), merchants, buildSeconds };
    await keep(client, register);
    return register;
  } finally {
    await client.end();
  }
}

async function makeParties(url: string): Promise<Parties> {
  const dataSource = new DataSource({ ...dataSourceOptions(url, 1), entities: [] });
  await dataSource.initialize();
  try {
    return await asOwner(new Database(dataSource), insertParties);
  } finally {
    await dataSource.destroy();
  }
}

/** As many workers as processors: each invents and writes its share. */
async function copyMerchants(url: string, parties: Parties, merchants: number): Promise<ReadonlySet<string>> {
  const step = availableParallelism();
  const parts = Array.from({ length: step }, (_, first) =>
    runWorker({ url, parties, first, step, merchants }),
  );
  return new Set((await Promise.all(parts)).flatMap((words) => [...words]));
}

function runWorker(workerData: LoadPart): Promise<ReadonlySet<string>> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./load-worker.ts', import.meta.url), { workerData });
    worker.once('message', resolve);
    worker.once('error', reject);
  });
}

async function copyWords(client: Client, words: ReadonlySet<string>): Promise<void> {
  await copyIn(client, {
    table: 'name_word',
    columns: ['word'],
    lines: [...words].map((word) => copyLine([word])),
  });
  await copyIn(client, {
    table: 'name_word_variant',
    columns: ['variant', 'word'],
    lines: [...words].flatMap((word) => wordVariants(word).map((variant) => copyLine([variant, word]))),
  });
}

async function keptRegister(client: Client, merchants: number): Promise<LoadedRegister | undefined> {
  const { rows: tables } = await client.query(`select to_regclass('bench_scale') as name`);
  if ((tables[0] as { name: string | null } | undefined)?.name == null) return undefined;
  const { rows } = await client.query<{ marker: Marker }>('select marker from bench_scale');
  const marker = rows[0]?.marker;
  if (marker?.merchants !== merchants)
    throw new Error(
      `The folder holds a register of another size (${marker?.merchants ?? 0} merchants): use another.`,
    );
  const { parties, ...register } = marker;
  const scopeIds = new Map(parties.scopeIds) as unknown as Parties['scopeIds'];
  return { ...register, parties: { ...parties, scopeIds } };
}

async function keep(client: Client, { parties, ...register }: LoadedRegister): Promise<void> {
  const marker = { ...register, parties: { ...parties, scopeIds: [...parties.scopeIds] } };
  await client.query('create table bench_scale (marker json not null)');
  await client.query('insert into bench_scale values ($1)', [JSON.stringify(marker)]);
}

function secondsSince(startedAt: number): number {
  return Math.round((performance.now() - startedAt) / 100) / 10;
}
