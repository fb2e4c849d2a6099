import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * News that a child is at risk, where it is said only after the notice about the merchant was answered: its alert is closed then,
 * and stays so. Code from before runs on beside it, and shows such news without the notice.
 */
export class AlertChildAtRisk1795219200105 implements MigrationInterface {
  readonly name = 'AlertChildAtRisk1795219200105';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table alert drop constraint alert_kind_check;
      alter table alert add constraint alert_kind_check
        check (kind in ('NOTICE', 'CHILD_AT_RISK', 'RECALL', 'DISPUTE', 'RETROACTIVE_MATCH'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from alert where kind = 'CHILD_AT_RISK';
      alter table alert drop constraint alert_kind_check;
      alter table alert add constraint alert_kind_check
        check (kind in ('NOTICE', 'RECALL', 'DISPUTE', 'RETROACTIVE_MATCH'));
    `);
  }
}
