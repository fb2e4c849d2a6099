import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';

import { Client } from 'pg';

import { dumpSchema } from '../src/database/schema-dump.js';
import { createTestDatabase } from './support/database.js';

const FILE = resolve('schema.sql');

describe('schema.sql', () => {
  it('is the schema after all migrations (UPDATE=1 writes it anew)', async () => {
    const testDatabase = await createTestDatabase();
    const client = new Client({ connectionString: testDatabase.url });
    await client.connect();
    const schema = await dumpSchema(client);
    await client.end();
    await testDatabase.drop();

    if (process.env['UPDATE'] === '1') await writeFile(FILE, schema);
    expect(schema).toBe(await readFile(FILE, 'utf8'));
  });
});
