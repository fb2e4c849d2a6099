import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Finds what a member thinks of indicators: when it is suspended or leaves, its opinions count no more. Code from before runs on
 * beside it.
 */
export class FindOpinionByMember1795219200091 implements MigrationInterface {
  readonly name = 'FindOpinionByMember1795219200091';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create index opinion_member on opinion (member_id, indicator_id) where ended_at is null',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index opinion_member');
  }
}
