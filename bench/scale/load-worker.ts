import { parentPort, workerData } from 'node:worker_threads';
import { Client } from 'pg';
import { assert } from '../../src/common/assert.js';
import type { Parties } from '../http/parties.js';
import { copyIn, copyLine } from './copy-in.js';
import { merchantRows, type TableName, TABLES } from './merchant-rows.js';

/** What one worker is given: the merchants `first`, `first + step`, ... below `merchants`. */
export interface LoadPart {
  readonly url: string;
  readonly parties: Parties;
  readonly first: number;
  readonly step: number;
  readonly merchants: number;
}

/** Merchants that are written together. */
const BATCH = 2_000;

const part = workerData as LoadPart;
assert(parentPort !== null, 'started as a worker');
parentPort.postMessage(await load(part));

/** Writes the merchants of the part, and gives the words of their names. */
async function load({ url, parties, first, step, merchants }: LoadPart): Promise<ReadonlySet<string>> {
  const client = new Client({ connectionString: url });
  await client.connect();
  // What refers to another row is made with it: the checks of every row would take longer than all else.
  await client.query(`set session_replication_role = 'replica'; set synchronous_commit = off`);
  const words = new Set<string>();
  const tables = Object.keys(TABLES) as TableName[];
  const at = new Date();
  for (let number = first; number < merchants; number += step * BATCH) {
    const lines = new Map<TableName, string[]>(tables.map((table) => [table, []]));
    for (let place = 0; place < BATCH && number + place * step < merchants; place += 1) {
      const made = merchantRows(number + place * step, at, parties);
      for (const word of made.words) words.add(word);
      for (const table of tables)
        for (const cells of made.rows[table]) lines.get(table)?.push(copyLine(cells));
    }
    await client.query('begin');
    for (const table of tables)
      await copyIn(client, { table, columns: TABLES[table], lines: lines.get(table) ?? [] });
    await client.query('commit');
  }
  await client.end();
  return words;
}
