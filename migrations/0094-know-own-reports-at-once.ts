import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whose a report is, is found by its id. Asked for a report of this id and of this member, the planner went through all
 * reports of a member that its statistics did not know yet; it is asked for each row that is stored with a report. And it
 * is asked of the table itself, no longer through the table's own policies, which ask the same and more. Code from before runs
 * on beside it.
 */
export class KnowOwnReportsAtOnce1795219200094 implements MigrationInterface {
  readonly name = 'KnowOwnReportsAtOnce1795219200094';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function is_own_report(asked uuid) returns boolean language plpgsql volatile
      security definer set search_path to 'public', 'pg_temp' as $$
      begin
        return coalesce((select r.member_id from report r where r.id = asked) = current_member(), false);
      end $$;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace function is_own_report(asked uuid) returns boolean language plpgsql volatile as $$
      begin
        return exists (select from report r where r.id = asked and r.member_id = current_member());
      end $$;
    `);
  }
}
