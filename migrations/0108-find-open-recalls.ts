import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The recalls that somebody has still to acknowledge, by an index of those alerts alone: all recalls that there ever were were
 * counted for a page of them. Code from before runs on beside it.
 */
export class FindOpenRecalls1795219200108 implements MigrationInterface {
  readonly name = 'FindOpenRecalls1795219200108';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create index alert_recall_unread on alert (object_id) where kind = 'RECALL' and acknowledged_at is null`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index alert_recall_unread');
  }
}
