import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who comes into a sharing group, or goes out of it, is told how everything stands that was ever listed in its scopes. */
export class CreateScopeIndex1795219200013 implements MigrationInterface {
  readonly name = 'CreateScopeIndex1795219200013';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index indicator_change_scope on indicator_change (handling_scope_id, only_member_id) where latest;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index indicator_change_scope;
    `);
  }
}
