import type { DataSource } from 'typeorm';

/**
 * The statements that would make the database what the entities say: none when entities and migrations agree. Nothing is
 * run. TypeORM compares columns, their types, defaults and nullability, keys, indexes and checks.
 */
export async function entityDrift(dataSource: DataSource): Promise<string[]> {
  const log = await dataSource.driver.createSchemaBuilder().log();
  return log.upQueries.map(({ query }) => query);
}
