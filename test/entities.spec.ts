import { glob } from 'node:fs/promises';
import { resolve } from 'node:path';

import { DataSource, getMetadataArgsStorage } from 'typeorm';

import { dataSourceOptions } from '../src/database/data-source.js';
import { entityDrift } from '../src/database/entity-drift.js';
import { createTestDatabase, type EntityClass } from './support/database.js';

/** Every class with `@Entity` in a file of that role. */
async function allEntities(): Promise<EntityClass[]> {
  for await (const file of glob('src/**/*.entity.ts')) await import(resolve(file));
  return getMetadataArgsStorage().tables.map(({ target }) => target as EntityClass);
}

describe('the entities', () => {
  it('say what the migrations made', async () => {
    const testDatabase = await createTestDatabase();
    // As the owner: the catalogue shows each role only the tables that it may work on.
    const options = { ...dataSourceOptions(testDatabase.url, 1), url: testDatabase.url };
    const dataSource = new DataSource({ ...options, entities: await allEntities() });
    await dataSource.initialize();
    const drift = await entityDrift(dataSource);
    await dataSource.destroy();
    await testDatabase.drop();
    expect(drift).toEqual([]);
  });
});
