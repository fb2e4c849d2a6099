import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Which work of the night was taken for which day, and whether it is done: any number of instances share it by these rows.
 * Code from before runs on beside it.
 */
export class CreateScheduleRun1795219200077 implements MigrationInterface {
  readonly name = 'CreateScheduleRun1795219200077';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table schedule_run (
        name text not null,
        day date not null,
        -- Where its last step ended; null before the first.
        place text,
        -- When whoever has it in hand last said so.
        alive_at timestamptz not null,
        finished_at timestamptz,
        primary key (name, day)
      );
      alter table schedule_run enable row level security;
      alter table schedule_run force row level security;
      create policy schedule_run_resolver on schedule_run to cordon_resolver using (true) with check (true);
      create policy schedule_run_migrator on schedule_run to cordon_migrator using (true) with check (true);
      grant select, insert, update, delete on schedule_run to cordon_resolver;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table schedule_run');
  }
}
