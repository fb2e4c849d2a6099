import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The feed reads what still says how things stand, in the order of the sequence: entries since replaced are not walked. */
export class CreateFeedIndex1795219200012 implements MigrationInterface {
  readonly name = 'CreateFeedIndex1795219200012';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index indicator_change_feed on indicator_change (sequence) where latest;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index indicator_change_feed;
    `);
  }
}
