import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * When a listing's later end is to be told: an end that moved with every independent report would count them. Code from
 * before runs on beside it, and tells what it told.
 */
export class TellLaterEndLater1795219200034 implements MigrationInterface {
  readonly name = 'TellLaterEndLater1795219200034';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table merchant_view add column renews_at timestamptz;
      create index merchant_view_renewal on merchant_view (renews_at) where renews_at is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table merchant_view drop column renews_at;
    `);
  }
}
