import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A report says whether a child is at risk now: notices of what it lists go first. Of reports from before it was not said.
 * Code from before runs on beside it, and takes reports that do not say it.
 */
export class AddChildAtRisk1795219200063 implements MigrationInterface {
  readonly name = 'AddChildAtRisk1795219200063';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table report_version add column child_at_risk boolean not null default false`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`alter table report_version drop column child_at_risk`);
  }
}
