import { Client } from 'pg';

import { migrations } from '../../migrations/index.js';
import { createEmptyDatabase, type TestDatabase } from '../../test/support/database.js';
import { pendingMigrations, runMigrations } from './migrator.js';

describe('the migrator', () => {
  let testDatabase: TestDatabase;

  beforeEach(async () => {
    testDatabase = await createEmptyDatabase();
  });

  afterEach(async () => {
    await testDatabase.drop();
  });

  const all = migrations.map(({ name }) => name);

  it('runs each migration once when twenty processes start at the same time', async () => {
    const ran = await Promise.all(Array.from({ length: 20 }, () => runMigrations(testDatabase.url)));
    expect(ran.flat()).toEqual(all);
    expect(ran.filter((names) => names.length > 0)).toHaveLength(1);
  });

  it('names what is pending without changing anything', async () => {
    expect(await pendingMigrations(testDatabase.url)).toEqual(all);
    const client = new Client({ connectionString: testDatabase.url });
    await client.connect();
    const { rows } = await client.query(
      `select relname from pg_class where relnamespace = 'public'::regnamespace`,
    );
    await client.end();
    expect(rows).toEqual([]);

    await runMigrations(testDatabase.url);
    expect(await pendingMigrations(testDatabase.url)).toEqual([]);
  });
});
