import { glob } from 'node:fs/promises';
import { resolve } from 'node:path';

import { getMetadataArgsStorage } from 'typeorm';

import { entityDrift } from '../src/database/entity-drift.js';
import { createTestDatabase, type EntityClass, openTestDatabase } from './support/database.js';

/** Every class with `@Entity` in a file of that role. */
async function allEntities(): Promise<EntityClass[]> {
  for await (const file of glob('src/**/*.entity.ts')) await import(resolve(file));
  return getMetadataArgsStorage().tables.map(({ target }) => target as EntityClass);
}

describe('the entities', () => {
  it('say what the migrations made', async () => {
    const testDatabase = await createTestDatabase();
    const { dataSource, close } = await openTestDatabase(testDatabase, await allEntities());
    const drift = await entityDrift(dataSource);
    await close();
    await testDatabase.drop();
    expect(drift).toEqual([]);
  });
});
